import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import type { SerializedMinutesGraph } from "../../src/model/graph-attributes.ts";
import { createFolder, KVM_MINUTES, runCommand, TEA_MINUTES } from "./run-command.ts";

describe("who and what", () => {
  test("who works on a topic, with the sentence and its place", () => {
    const { code, out, err } = runCommand(createFolder(), ["who", "GICv3", KVM_MINUTES]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^GICv3 topic\n\n {2}1\. Marc Zyngier person · .*1 of work/);
    expect(out).toContain("“Spending most time on GICv3,");
    expect(out).toContain(" kvm-2013-12-03.txt:1:1084");
  });

  test("what somebody works on, by a misspelt name, and the guess is said", () => {
    const { code, out, err } = runCommand(createFolder({ "tea.txt": TEA_MINUTES }), [
      "what",
      "Anne Lee",
      "tea.txt",
    ]);
    expect(code).toBe(0);
    expect(err).toBe("I read “Anne Lee” as Ann Lee.\n");
    expect(out).toMatch(/^Ann Lee person\n\n {2}1\. Infuser topic · ongoing · /);
  });

  test("--json is the whole answer for a program", () => {
    const folder = createFolder({ "tea.txt": TEA_MINUTES });
    const answer: unknown = JSON.parse(runCommand(folder, ["who", "infuser", "tea.txt", "--json"]).out);
    expect(answer).toMatchObject({
      about: { node: "topic:infuser", label: "Infuser", kind: "topic" },
      rows: [{ node: "person:ann-lee", role: "works", citations: [{ relation: "works_on" }] }, {}, {}, {}],
    });
  });

  test("--csv is the answer as a table, and --limit shortens it", () => {
    const folder = createFolder({ "tea.txt": TEA_MINUTES });
    const { out } = runCommand(folder, ["who", "infuser", "tea.txt", "--csv", "--limit", "1"]);
    expect(out.split("\n")).toEqual([
      "name,kind,role,status,first,last,score,sentences,strongest,place",
      "Ann Lee,person,works,ongoing,2024-03-05,2024-03-05,3,1,Ann is working on the infuser.,tea.txt:10:3",
      "",
    ]);
  });

  test("says through whom an organisation's work is counted, and when it was said", () => {
    const { out } = runCommand(createFolder({ "tea.txt": TEA_MINUTES }), ["who", "infuser", "tea.txt"]);
    expect(out).toContain(
      "Kettle Ltd organisation · ongoing · 1 sentence: 1 of work · through Ann Lee · 2024-03-05\n",
    );
  });

  test("a question that cannot be read gives a program no text for people", () => {
    const folder = createFolder({ "tea.txt": TEA_MINUTES });
    const { code, out, err } = runCommand(folder, ["ask", "why", "tea.txt", "--csv"]);
    expect({ code, out }).toEqual({ code: 1, out: "part,answer,detail,sentence,place\n" });
    expect(err).toMatch(/^minutes-graph: The question could not be read\. /);
  });

  test("an organisation's promises are those of its people", () => {
    const folder = createFolder({ "tea.txt": TEA_MINUTES });
    const { out } = runCommand(folder, ["promises", "--by", "Cup GmbH", "tea.txt"]);
    expect(out).toMatch(/^open +Bob Roth: Infuser /);
  });

  test("--until leaves out what was said later, and says so", () => {
    const folder = createFolder({ "tea.txt": TEA_MINUTES });
    const { code, out } = runCommand(folder, ["who", "infuser", "tea.txt", "--until", "2024-02"]);
    expect(code).toBe(0);
    expect(out).toBe("The minutes do not say who works on Infuser until 2024-02-29.\n");
  });

  test("a name that the minutes do not know is a problem of the content", () => {
    const folder = createFolder({ "tea.txt": TEA_MINUTES });
    expect(runCommand(folder, ["who", "zeppelin", "tea.txt"])).toEqual({
      code: 1,
      out: "",
      err: "minutes-graph: The minutes know no topic or project called “zeppelin”\n",
    });
    expect(runCommand(folder, ["who", "Kettle", "tea.txt"]).err).toContain(", only the organisation Kettle");
  });

  test("a graph file is asked as the minutes are", () => {
    const folder = createFolder({ "tea.txt": TEA_MINUTES });
    runCommand(folder, ["build", "tea.txt", "-o", "graph.json"]);
    const { out } = runCommand(folder, ["who", "infuser", "tea.txt"]);
    expect(runCommand(folder, ["who", "infuser", "--graph", "graph.json"]).out).toBe(out);
    expect(runCommand(folder, ["who", "infuser", "graph.json"]).out).toBe(out);
  });

  test("where nothing is named, the minutes in graph-data are asked", () => {
    const folder = createFolder({ "graph-data/minutes/tea.txt": TEA_MINUTES });
    expect(runCommand(folder, ["who", "infuser"]).out).toMatch(/^Infuser topic\n/);
  });
});

describe("check", () => {
  test("counts what it finds, and writes nothing", () => {
    const { code, out } = runCommand(createFolder({ "tea.txt": TEA_MINUTES }), ["check", "tea.txt"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^0 errors, 0 warnings; 2 people, /);
  });

  test("gives diagnostics as JSON, and the exit code says whether one is an error", () => {
    const folder = createFolder({ "bad.txt": "x\u0000\u0001" });
    const { code, out, err } = runCommand(folder, ["check", "bad.txt", "none.txt", "--json"]);
    expect({ code, err }).toEqual({ code: 1, err: "" });
    const found = JSON.parse(out) as Diagnostic[];
    expect(found.map(({ code: name, line, column }) => [name, line, column])).toEqual([
      ["no-such-file", undefined, undefined],
      ["binary-file", undefined, undefined],
    ]);
  });
});

describe("share", () => {
  const page = new URL("../../dist/explorer/share.html", import.meta.url);
  const name = "writes one page, and says before what is in it";
  test.skipIf(!existsSync(page))(existsSync(page) ? name : `${name} (skipped: it is not built)`, () => {
    const folder = createFolder({ "tea.txt": TEA_MINUTES });
    const { code, err } = runCommand(folder, ["share", "tea.txt", "-o", "tea.html", "--without", "text"]);
    expect(code).toBe(0);
    expect(err).toMatch(/^It contains the names of 2 people, no whole text, /);
    expect(readFileSync(join(folder, "tea.html"), "utf8")).toContain('id="minutes-graph" data-name="tea"');
  });
});

describe("export", () => {
  test("several graphs become one, in which who has the same name is one", () => {
    const folder = createFolder({
      "tea.txt": TEA_MINUTES,
      "ferries.csv": "source,target\nSteam,Ferry\n",
    });
    runCommand(folder, ["build", "tea.txt", "-o", "graph.json"]);
    const { code, err } = runCommand(folder, [
      "export",
      "graph.json",
      "ferries.csv",
      "graph.json",
      "-o",
      "all.json",
    ]);
    expect({ code, err }).toMatchObject({ code: 0, err: expect.stringContaining("2 documents") as unknown });
    const { nodes } = JSON.parse(readFileSync(join(folder, "all.json"), "utf8")) as SerializedMinutesGraph;
    const before = JSON.parse(readFileSync(join(folder, "graph.json"), "utf8")) as SerializedMinutesGraph;
    expect(nodes.length).toBe(before.nodes.length + 2);
  });

  test("writes GEXF, by the ending of the name", () => {
    const folder = createFolder({ "tea.txt": TEA_MINUTES });
    runCommand(folder, ["build", "tea.txt", "-o", "graph.json"]);
    expect(runCommand(folder, ["export", "graph.json", "-o", "graph.gexf"]).code).toBe(0);
    expect(readFileSync(join(folder, "graph.gexf"), "utf8")).toContain('<gexf xmlns="http://gexf.net/1.3"');
    runCommand(folder, ["export", "graph.json", "-o", "old.gexf", "--gexf-version", "1.2draft"]);
    expect(readFileSync(join(folder, "old.gexf"), "utf8")).toContain("http://www.gexf.net/1.2draft");
  });

  test("--view writes only what the explorer shows at an address", () => {
    const folder = createFolder({ "tea.txt": TEA_MINUTES });
    runCommand(folder, ["build", "tea.txt", "-o", "graph.json"]);
    const view = "#node=person:ann-lee&steps=1&relations=works_on";
    const { code, err } = runCommand(folder, ["export", "graph.json", "-o", "ann.json", "--view", view]);
    expect({ code, err }).toMatchObject({ code: 0, err: expect.stringContaining("1 person") as unknown });
    const { nodes, edges } = JSON.parse(
      readFileSync(join(folder, "ann.json"), "utf8"),
    ) as SerializedMinutesGraph;
    expect(nodes.map(({ key }) => key).toSorted()).toEqual(["person:ann-lee", "topic:infuser"]);
    expect(edges.map(({ key }) => key)).toEqual(["person:ann-lee|works_on|topic:infuser"]);
  });

  test("reads GEXF, and the way there and back loses nothing", () => {
    const folder = createFolder({ "tea.txt": TEA_MINUTES });
    runCommand(folder, ["build", "tea.txt", "-o", "graph.json"]);
    runCommand(folder, ["export", "graph.json", "-o", "graph.gexf"]);
    expect(runCommand(folder, ["export", "graph.gexf", "-o", "again.json"]).code).toBe(0);
    expect(readFileSync(join(folder, "again.json"), "utf8")).toBe(
      readFileSync(join(folder, "graph.json"), "utf8"),
    );
  });

  test.for([
    ["graph.graphml", "<graphml "],
    ["graph.jsonld", '"@context"'],
    ["graph.md", "# Who works on what\n"],
  ] as const)("writes %s", ([name, content]) => {
    const folder = createFolder({ "tea.txt": TEA_MINUTES });
    runCommand(folder, ["build", "tea.txt", "-o", "graph.json"]);
    expect(runCommand(folder, ["export", "graph.json", "-o", name]).code).toBe(0);
    expect(readFileSync(join(folder, name), "utf8")).toContain(content);
  });

  test("CSV is two tables; what is in them is said before, and can be left out", () => {
    const folder = createFolder({ "tea.txt": TEA_MINUTES });
    runCommand(folder, ["build", "tea.txt", "-o", "graph.json"]);
    const args = ["export", "graph.json", "-o", "tea.csv", "--neo4j", "--without", "sentences"];
    const { err } = runCommand(folder, args);
    expect(err).toMatch(
      /^It contains the names of 2 people, no whole text, no sentences, no mail addresses\.\n/,
    );
    expect(readFileSync(join(folder, "tea.nodes.csv"), "utf8")).toMatch(/^key:ID,/);
    expect(readFileSync(join(folder, "tea.edges.csv"), "utf8")).not.toContain("working on");
  });

  test("the two tables are read as one graph", () => {
    const folder = createFolder({ "tea.txt": TEA_MINUTES });
    runCommand(folder, ["build", "tea.txt", "-o", "graph.json"]);
    runCommand(folder, ["export", "graph.json", "-o", "tea.csv"]);
    const tables = ["tea.nodes.csv", "tea.edges.csv"];
    expect(runCommand(folder, ["export", ...tables, "-o", "again.json"])).toMatchObject({ code: 0 });
    const again = JSON.parse(readFileSync(join(folder, "again.json"), "utf8")) as SerializedMinutesGraph;
    const graph = JSON.parse(readFileSync(join(folder, "graph.json"), "utf8")) as SerializedMinutesGraph;
    expect(again.nodes.map(({ attributes }) => String(attributes?.label)).toSorted()).toEqual(
      graph.nodes.map(({ attributes }) => String(attributes?.label)).toSorted(),
    );
    expect(again.edges).toHaveLength(graph.edges.length);
    expect(runCommand(folder, ["who", "infuser", ...tables]).out).toContain("Ann Lee");
  });

  test("where one of two tables cannot be written, neither is", () => {
    const folder = createFolder({ "tea.txt": TEA_MINUTES, "tea.edges.csv/x": "" });
    runCommand(folder, ["build", "tea.txt", "-o", "graph.json"]);
    const { code, err } = runCommand(folder, ["export", "graph.json", "-o", "tea.csv"]);
    expect({ code, last: err.trim().split("\n").at(-1) }).toEqual({
      code: 2,
      last: "minutes-graph: tea.edges.csv: it is a folder",
    });
    expect(readdirSync(folder).toSorted()).toEqual(["graph.json", "tea.edges.csv", "tea.txt"]);
  });

  test("gives JSON back as it came", () => {
    const folder = createFolder({ "tea.txt": TEA_MINUTES });
    runCommand(folder, ["build", "tea.txt", "-o", "graph.json"]);
    runCommand(folder, ["export", "graph.json", "-o", "again.json"]);
    expect(readFileSync(join(folder, "again.json"), "utf8")).toBe(
      readFileSync(join(folder, "graph.json"), "utf8"),
    );
  });

  test.for(["", "{", "[]", `{"nodes": 1}`, "Tea"])("a graph file that holds %j gets a message", (content) => {
    const folder = createFolder({ "graph.json": content });
    const { code, err } = runCommand(folder, ["export", "graph.json", "-o", "graph.gexf"]);
    expect(code).toBe(1);
    expect(err).toMatch(/^graph\.json(?::\d+:\d+)?: error: /);
  });
});

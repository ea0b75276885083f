import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { buildGraph } from "../../src/build-graph.ts";
import { defaultGazetteer as gazetteer } from "../../src/default-gazetteer.ts";
import type { SerializedMinutesGraph } from "../../src/model/graph-attributes.ts";
import { createFolder, KVM_MINUTES, runCommand, TEA_MINUTES } from "./run-command.ts";

const readGraph = (folder: string, name = "graph.json") =>
  JSON.parse(readFileSync(join(folder, name), "utf8")) as SerializedMinutesGraph;

describe("build", () => {
  test("writes the graph to the standard output, and nothing else", () => {
    const folder = createFolder({ "tea.txt": TEA_MINUTES });
    const { code, out, err } = runCommand(folder, ["build", "tea.txt"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const graph = JSON.parse(out) as SerializedMinutesGraph;
    expect(graph.nodes.map(({ key }) => key)).toContain("person:ann-lee");
    expect(Object.keys(graph.attributes.documents)).toEqual(["tea.txt"]);
  });

  test("writes the same bytes to a file", () => {
    const folder = createFolder();
    const { code, err } = runCommand(folder, ["build", KVM_MINUTES, "--out", "graph.json"]);
    expect(code).toBe(0);
    expect(err).toMatch(/^graph\.json: \d+ people, /);
    expect(readFileSync(join(folder, "graph.json"), "utf8")).toBe(
      runCommand(folder, ["build", KVM_MINUTES]).out,
    );
    expect(readdirSync(folder)).toEqual(["graph.json"]);
  });

  test("reads folders with what is in them, patterns, and each file once", () => {
    const folder = createFolder({
      "minutes/tea.txt": TEA_MINUTES,
      "minutes/2024/more.md": TEA_MINUTES.replace("03-05", "04-02"),
      "minutes/picture.png": "no minutes",
      "minutes/.hidden.txt": TEA_MINUTES,
    });
    const { code } = runCommand(folder, [
      "build",
      "minutes",
      "minutes/*.txt",
      "minutes/tea.txt",
      "-o",
      "graph.json",
    ]);
    expect(code).toBe(0);
    expect(Object.keys(readGraph(folder).attributes.documents).toSorted()).toEqual([
      "2024/more.md",
      "tea.txt",
    ]);
  });

  test("gives the same graph from many threads, which read what is much, as from one", async () => {
    const links = Array.from({ length: 1400 }, (_, i) => `- https://kettle.example/lids/of/infusers/${i}\n`);
    const texts = Array.from(
      { length: 20 },
      (_, i) => TEA_MINUTES.replace("03-05", `03-${10 + i}`) + `\n## Links\n\n${links.join("")}`,
    );
    const folder = createFolder(
      Object.fromEntries(
        texts.map((text, i) => [`tea/${10 + i}.md`, text.slice(0, i % 2 ? 60_000 : undefined)]),
      ),
    );
    const { code } = runCommand(folder, ["build", "tea", "-o", "graph.json"]);
    expect(code).toBe(0);
    const files = readdirSync(join(folder, "tea")).map((path) => ({
      path,
      bytes: readFileSync(join(folder, "tea", path)),
    }));
    expect(files.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeGreaterThan(1_000_000);
    expect(readGraph(folder)).toEqual((await buildGraph(files, { gazetteer })).graph);
  });

  test("reads again only what changed since the folder of the cache was written, and gives the same bytes", () => {
    const folder = createFolder({
      "tea/a.txt": TEA_MINUTES,
      "tea/b.txt": TEA_MINUTES.replace("03-05", "04-02"),
    });
    const build = () => runCommand(folder, ["build", "tea", "--cache", "kept"]);
    expect(build().out).toBe(runCommand(folder, ["build", "tea"]).out);
    const entries = readdirSync(join(folder, "kept"));
    expect(entries).toHaveLength(2);
    const mark = entries.map((name) => statSync(join(folder, "kept", name)).mtimeMs);
    expect(build().out).toBe(runCommand(folder, ["build", "tea"]).out);
    expect(entries.map((name) => statSync(join(folder, "kept", name)).mtimeMs)).toEqual(mark);
    writeFileSync(join(folder, "tea/b.txt"), TEA_MINUTES.replace("Ann is", "Bob is"));
    expect(build().out).toBe(runCommand(folder, ["build", "tea"]).out);
    expect(readdirSync(join(folder, "kept"))).toHaveLength(3);
  });

  test("reads the file where the cache's entry is broken, and drops what another gazetteer made", () => {
    const folder = createFolder({ "tea.txt": TEA_MINUTES, "names.yaml": "topics: [infuser]\n" });
    const build = (...more: string[]) => runCommand(folder, ["build", "tea.txt", "--cache", "kept", ...more]);
    const { out } = build();
    const [entry = ""] = readdirSync(join(folder, "kept"));
    writeFileSync(join(folder, "kept", entry), "{");
    expect(build().out).toBe(out);
    expect(build("--gazetteer", "names.yaml").code).toBe(0);
    expect(readdirSync(join(folder, "kept"))).not.toContain(entry);
    expect(runCommand(folder, ["build", "tea.txt", "--cache", "tea.txt"])).toMatchObject({
      code: 2,
      out: "",
    });
  });

  test("gives the same bytes whatever the order of the paths", () => {
    const folder = createFolder({ "a.txt": TEA_MINUTES, "b.txt": TEA_MINUTES.replace("03-05", "04-02") });
    expect(runCommand(folder, ["build", "b.txt", "a.txt"]).out).toBe(
      runCommand(folder, ["build", "a.txt", "b.txt"]).out,
    );
  });

  test("keeps files of one name in two folders apart", () => {
    const folder = createFolder({
      "x/tea.txt": TEA_MINUTES,
      "y/tea.txt": TEA_MINUTES.replace("03-05", "04-02"),
    });
    runCommand(folder, ["build", "x", "y", "-o", "graph.json"]);
    expect(Object.keys(readGraph(folder).attributes.documents).toSorted()).toEqual([
      "x/tea.txt",
      "y/tea.txt",
    ]);
  });

  test("reads the standard input as -", () => {
    const { code, out } = runCommand(createFolder(), ["build", "-"], TEA_MINUTES);
    expect(code).toBe(0);
    expect(Object.keys((JSON.parse(out) as SerializedMinutesGraph).attributes.documents)).toEqual(["stdin"]);
  });

  test("takes names from a gazetteer and decisions from corrections.yaml beside the minutes", () => {
    const folder = createFolder({
      "tea.txt": `${TEA_MINUTES}- Ann is working on Brewmaster.\n`,
      "names.yaml": "projects:\n  - name: Brewmaster\n",
      "corrections.yaml": "same:\n  - kind: person\n    names: [Annabel Lee, Ann Lee]\n",
    });
    runCommand(folder, ["build", "tea.txt", "--gazetteer", "names.yaml", "-o", "graph.json"]);
    const keys = readGraph(folder).nodes.map(({ key }) => key);
    expect(keys).toContain("project:brewmaster");
    expect(keys).toContain("person:annabel-lee");
  });

  test("does not go on with half a file of decisions", () => {
    const folder = createFolder({ "tea.txt": TEA_MINUTES, "corrections.yaml": "same:\n  - kind: dog\n" });
    const { code, err } = runCommand(folder, ["build", "tea.txt", "-o", "graph.json"]);
    expect(code).toBe(1);
    expect(err).toMatch(/^minutes-graph: .*corrections\.yaml:2:\d+: error: /);
    expect(readdirSync(folder)).not.toContain("graph.json");
  });

  test("stops quietly when its reader does", () => {
    const folder = createFolder();
    const script = `"${process.execPath}" "$0" build "$1" | head -c 1; echo "\${PIPESTATUS[0]}"`;
    const command = new URL("../../dist/cli/minutes-graph.js", import.meta.url).pathname;
    const { stdout, stderr } = spawnSync("bash", ["-c", script, command, KVM_MINUTES], { cwd: folder });
    expect({ out: stdout.toString(), err: stderr.toString() }).toEqual({ out: "{0\n", err: "" });
  });
});

describe("bad input", () => {
  const BAD: Readonly<Record<string, readonly [content: string | Uint8Array, message: RegExp]>> = {
    "an empty file": ["", /^bad\.txt: error: The file is empty\. .*\n$/],
    "white space alone": [" \n\n\t", /^bad\.txt: error: The file is empty\. .*\n$/],
    "a binary file": ["tea\n\u0001\u0000\u0004", /^bad\.txt: error: The file is no text\. .*\n$/],
    "a PDF": ["%PDF-1.7\nobj", /^bad\.txt: error: The file is no text\. .*\n$/],
    "text that is no minutes": ["Roses are red.\n", /^bad\.txt: error: Skipped, since .*\n$/],
    "100 MB on one line": ["a".repeat(100_000_000), /^bad\.txt: error: The file is larger than 32 MB .*\n$/],
    "2 MB on one line": ["tea ".repeat(500_000), /^bad\.txt: error: Skipped, since .*\n$/],
  };

  for (const [what, [content, message]] of Object.entries(BAD)) {
    test(`${what} is said in one line, and the other files are built`, () => {
      const folder = createFolder({ "bad.txt": content, "tea.txt": TEA_MINUTES });
      const { code, err, out } = runCommand(folder, ["build", "bad.txt", "tea.txt"]);
      expect(err).toMatch(message);
      expect(code).toBe(1);
      expect(Object.keys((JSON.parse(out) as SerializedMinutesGraph).attributes.documents)).toEqual([
        "tea.txt",
      ]);
    });
  }

  test("text that is not UTF-8 is built, and what was assumed is said with the place", () => {
    const text = TEA_MINUTES.replaceAll("Bob Roth", "Zo\u00eb Roth");
    const folder = createFolder({ "tea.txt": Buffer.from(text, "latin1") });
    const { code, err, out } = runCommand(folder, ["build", "tea.txt"]);
    expect(code).toBe(0);
    expect(err).toMatch(/^tea\.txt:6:5: warning: The file is not valid UTF-8 .*\n$/);
    expect(out).toContain('"label":"Zo\u00eb Roth"');
  });

  test("what is no minutes in a folder of minutes is said, and is no error", () => {
    const folder = createFolder({ "minutes/tea.txt": TEA_MINUTES, "minutes/README.md": "Roses are red.\n" });
    const { code, err } = runCommand(folder, ["build", "minutes", "-o", "graph.json"]);
    expect(code).toBe(0);
    expect(err).toMatch(/^README\.md: warning: Skipped, since /);
  });

  test("a missing file and a pattern without files are said, and the rest is built", () => {
    const folder = createFolder({ "tea.txt": TEA_MINUTES });
    const { code, err } = runCommand(folder, [
      "build",
      "nothing.txt",
      "x*.txt",
      "tea.txt",
      "-o",
      "graph.json",
    ]);
    expect(code).toBe(1);
    expect(err).toMatch(/^nothing\.txt: error: .*\nx\*\.txt: error: .*\ngraph\.json: 2 people/);
  });

  test("what is read is not written over", () => {
    const folder = createFolder({ "tea.txt": TEA_MINUTES });
    const { code, err } = runCommand(folder, ["build", "tea.txt", "-o", "./tea.txt"]);
    expect({ code, err }).toEqual({
      code: 2,
      err: "minutes-graph: ./tea.txt: it is read, and would be lost\n",
    });
    expect(readFileSync(join(folder, "tea.txt"), "utf8")).toBe(TEA_MINUTES);
    expect(runCommand(folder, ["build", "tea.txt", "-o", ""]).code).toBe(2);
  });

  test.skipIf(process.platform === "win32")("links that lead to themselves are said", () => {
    const folder = createFolder({ "tea.txt": TEA_MINUTES });
    symlinkSync("b.txt", join(folder, "a.txt"));
    symlinkSync("a.txt", join(folder, "b.txt"));
    const { code, err } = runCommand(folder, ["build", "a.txt", "tea.txt", "-o", "graph.json"]);
    expect(code).toBe(1);
    expect(err).toMatch(/^a\.txt: error: It is a link that leads to itself\ngraph\.json: 2 people/);
  });

  test.skipIf(process.platform === "win32")("a pipe is read as the standard input is", () => {
    const folder = createFolder({ "tea.txt": TEA_MINUTES });
    const script = `cat tea.txt | "${process.execPath}" "$0" build /dev/stdin`;
    const command = new URL("../../dist/cli/minutes-graph.js", import.meta.url).pathname;
    const { status, stdout } = spawnSync("sh", ["-c", script, command], { cwd: folder });
    expect(status).toBe(0);
    expect(stdout.toString()).toContain('"person:ann-lee"');
  });

  test("where nothing is left, no file is written and none is touched", () => {
    const folder = createFolder({ "bad.txt": "", "graph.json": "what was there" });
    const { code, err } = runCommand(folder, ["build", "bad.txt", "-o", "graph.json"]);
    expect(code).toBe(1);
    expect(err.trimEnd().split("\n")).toHaveLength(2);
    expect(readFileSync(join(folder, "graph.json"), "utf8")).toBe("what was there");
  });

  test("a file name cannot give orders to the terminal", () => {
    const folder = createFolder();
    writeFileSync(join(folder, "\u001b[2Jx.txt"), "");
    expect(runCommand(folder, ["build", "\u001b[2Jx.txt"]).err).not.toContain("\u001b");
  });

  test("a place that cannot be written is said in one line", () => {
    const folder = createFolder({ "tea.txt": TEA_MINUTES });
    const { code, err } = runCommand(folder, ["build", "tea.txt", "-o", "no/graph.json"]);
    expect({ code, err }).toEqual({
      code: 2,
      err: "minutes-graph: no/graph.json: there is no such folder\n",
    });
    expect(runCommand(folder, ["build", "tea.txt", "-o", "."]).err).toBe(
      "minutes-graph: .: it is a folder\n",
    );
  });
});

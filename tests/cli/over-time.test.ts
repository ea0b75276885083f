import { describe, expect, test } from "vitest";
import { createFolder, runCommand, TEA_MINUTES } from "./run-command.ts";

const LATER = `# Tea Working Group, 2024-04-02

## Attendees

- Ann Lee (Kettle Ltd)
- Bob Roth (Cup GmbH)

## Strainer

- Ann is working on the strainer.
`;

const ask = (args: readonly string[]) => {
  const folder = createFolder({ "march.txt": TEA_MINUTES, "april.txt": LATER });
  return runCommand(folder, [...args, "march.txt", "april.txt"]);
};

describe("ask", () => {
  test("says how the question was read, and answers with sentences", () => {
    const { code, out, err } = ask(["ask", "who works on the infuser"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^I read this as: /);
    expect(out).toContain("Ann Lee");
    expect(out).toContain("“Ann is working on the infuser.” march.txt:10:3");
  });

  test("--json and --csv are for programs", () => {
    const answer: unknown = JSON.parse(ask(["ask", "who works on the infuser", "--json"]).out);
    expect(answer).toMatchObject({
      question: { asks: "workers" },
      parts: [{ rows: [{ words: "Ann Lee" }, {}] }, {}],
    });
    const { out } = ask(["ask", "who works on the infuser", "--csv", "--limit", "1"]);
    expect(out).toMatch(/^part,answer,detail,sentence,place\n[^,]+,Ann Lee,/);
  });

  test("a question that cannot be read is answered with what can be asked", () => {
    const { code, out } = ask(["ask", "colourless green ideas"]);
    expect(code).toBe(1);
    expect(out).toContain("You can ask:");
  });
});

describe("promises", () => {
  test("who promised what, with its state and the sentence", () => {
    const { code, out, err } = ask(["promises"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(
      /^open {6} Bob Roth: Infuser 2024-03-05\n {5}“Bob will review the infuser\.” march\.txt:11:3/,
    );
  });

  test("--by, --about and --open choose among them", () => {
    expect(ask(["promises", "--by", "Ann Lee"]).out).toBe("The minutes tell of no such promise.\n");
    expect(ask(["promises", "--about", "infuser", "--open", "--csv"]).out.split("\n")).toEqual([
      "by,about,date,state,sentence,place,settled",
      "Bob Roth,Infuser,2024-03-05,open,Bob will review the infuser.,march.txt:11:3,",
      "",
    ]);
  });
});

describe("path", () => {
  test("how two are connected, in sentences", () => {
    const { code, out } = ask(["path", "Bob Roth", "Kettle Ltd"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^Bob Roth → Kettle Ltd /);
    expect(out).toContain("Ann Lee is with Kettle Ltd");
  });

  test("a name and itself is an error of usage", () => {
    const { code, err } = ask(["path", "Bob Roth", "Bob Roth"]);
    expect(code).toBe(2);
    expect(err).toContain("Both names mean Bob Roth");
  });
});

describe("timeline", () => {
  test("a column for each meeting, in order of time", () => {
    const [head, ...rows] = ask(["timeline", "--kind", "topic", "--csv"]).out.trim().split("\n");
    expect(head).toBe("name,kind,first,last,quiet,2024-03-05,2024-04-02");
    expect(rows.map((row) => row.replace(/\d+/g, "N"))).toHaveLength(2);
    expect(rows[0]).toMatch(/^Infuser,topic,2024-03-05,2024-03-05,no,\d,0$/);
    expect(rows[1]).toMatch(/^Strainer,topic,2024-04-02,2024-04-02,no,0,\d$/);
  });

  test("--since leaves out the meetings before", () => {
    expect(ask(["timeline", "--since", "2024-04", "--csv"]).out).toMatch(
      /^name,kind,first,last,quiet,2024-04-02\n/,
    );
  });
});

describe("changes", () => {
  test("what the last meeting says that those before did not", () => {
    const { out } = ask(["changes"]);
    expect(out).toMatch(/^2024-04-02 Tea Working Group\n/);
    expect(out).toContain("Ann Lee works on Strainer");
    expect(out).not.toContain("Infuser comes up");
  });

  test("--since a date before everything gives everything", () => {
    expect(ask(["changes", "--since", "2024-01-01"]).out).toContain("Infuser comes up for the first time");
  });

  test("--json names the meetings that it comes from", () => {
    expect(JSON.parse(ask(["changes", "--json"]).out)).toMatchObject({
      after: "2024-03-05",
      until: "2024-04-02",
      meetings: [{ date: "2024-04-02" }],
    });
  });
});

import { describe, expect, test } from "vitest";
import { version } from "../../package.json";
import { createFolder, runCommand, TEA_MINUTES } from "./run-command.ts";

const NAMES = [
  "ask",
  "build",
  "who",
  "what",
  "promises",
  "path",
  "timeline",
  "changes",
  "export",
  "share",
  "check",
];

describe("usage", () => {
  test("--help and --version go to the standard output", () => {
    const { code, out, err } = runCommand(createFolder(), ["--help"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    for (const name of NAMES) expect(out).toContain(`\n  ${name} `);
    expect(runCommand(createFolder(), ["--version"]).out).toBe(`${version}\n`);
  });

  test.for(NAMES)("%s --help tells of its arguments and options", (name) => {
    const { code, out } = runCommand(createFolder(), [name, "--help"]);
    expect(code).toBe(0);
    expect(out).toContain(`Usage: minutes-graph ${name} [options] `);
    expect(out).toContain("Arguments:");
  });

  test.for([
    [[], /^Usage: /],
    [["biuld"], /^error: unknown command 'biuld'\n\(Did you mean build\?\)/],
    [["build"], /^error: missing required argument 'path'\n/],
    [["build", "--colour", "x"], /^error: unknown option '--colour'\n/],
    [["who"], /^error: missing required argument 'topic'\n/],
    [["who", "tea", "--since", "2024-02-30"], /--since <date>.* is invalid/],
    [["who", "tea", "--json", "--csv"], /cannot be used with/],
    [["who", "tea"], /^minutes-graph: Name a graph file or minutes: /],
    [["export", "graph.json"], /^error: required option '-o, --out <file>' not specified\n/],
    [["export", "graph.json", "-o", "graph.doc"], /^minutes-graph: graph\.doc: the name must end in /],
  ] satisfies [string[], RegExp][])("%j is an error of usage", ([args, message]) => {
    const { code, out, err } = runCommand(createFolder(), args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
    expect(err).not.toMatch(/^\s+at /m);
  });

  test("an unforeseen path after the command's name is not guessed at", () => {
    const folder = createFolder({ "tea.txt": TEA_MINUTES });
    expect(runCommand(folder, ["tea.txt"]).code).toBe(2);
  });
});

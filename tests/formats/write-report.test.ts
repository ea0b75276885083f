import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { describe, expect, test } from "vitest";
import { buildGraph } from "../../src/build-graph.ts";
import { defaultGazetteer } from "../../src/default-gazetteer.ts";
import { escapeMarkdown, writeReport } from "../../src/formats/write-report.ts";
import { arbitraryGraph, hostileText } from "./arbitrary-graph.ts";

const parse = (text: string) =>
  fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

describe("the report", () => {
  test("any name shows as it is: no markup, no link, no HTML", () => {
    fc.assert(
      fc.property(hostileText, (name) => {
        const tree = parse(`- ${escapeMarkdown(`x${name}`)}`);
        const [list] = tree.children;
        const [paragraph] = list?.type === "list" ? (list.children[0]?.children ?? []) : [];
        expect(paragraph?.type === "paragraph" && paragraph.children.map(({ type }) => type)).toEqual([
          "text",
        ]);
      }),
      { numRuns: 500 },
    );
  });

  test.for([
    "# x",
    "1. x",
    "- x",
    "+ x",
    "* x",
    "> x",
    "| x |",
    "[x](y)",
    "![x](y)",
    "<b>",
    "`x`",
    "~~x~~",
    "&amp;",
    "a_b_c",
  ])("%j shows as it is", (name) => {
    expect(parse(escapeMarkdown(name)).children).toMatchObject([
      { type: "paragraph", children: [{ type: "text", value: name }] },
    ]);
  });

  test("tells who is with whom, who works on what and who promised what", async () => {
    const minutes = `# Tea Working Group, 2024-03-05

## Attendees

- Ann Lee (Kettle Ltd)
- Bob Roth (Cup GmbH)

## Infuser

- Ann is working on the infuser.
- Bob will review the infuser.
`;
    const files = [{ path: "tea.md", bytes: new TextEncoder().encode(minutes) }];
    const report = writeReport((await buildGraph(files, { gazetteer: defaultGazetteer })).graph);
    expect(report).toContain("### Kettle Ltd\n\nPeople: Ann Lee\n\n- Infuser (ongoing)");
    expect(report).toContain("| Bob Roth | Cup GmbH | Infuser |");
    expect(report).toContain("- **Infuser** (ongoing): Ann Lee, Bob Roth");
    expect(report).toContain("- [ ] **Bob Roth**: Infuser (2024-03-05). “Bob will review the infuser.”");
  });

  test("a report of any graph is written", () => {
    fc.assert(
      fc.property(arbitraryGraph, (graph) => {
        expect(writeReport(graph)).toMatch(/^# Who works on what\n/);
      }),
      { numRuns: 100 },
    );
  });
});

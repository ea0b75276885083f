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

  test("a tag is taken apart where Markdown knows no backslash before it, and nothing turns the line", () => {
    expect(escapeMarkdown("<script>alert(1)</script> R&D &lt;")).toBe(
      "&lt;script>alert(1)&lt;/script> R&D &amp;lt;",
    );
    expect(escapeMarkdown("tea\u202etxt.\u2066 pot")).toBe("teatxt. pot");
    expect(escapeMarkdown("vcpu->requests of set_one_reg")).toBe("vcpu->requests of set_one_reg");
  });

  test("meetings of one series stand on one line, and names are in the alphabet's order", async () => {
    const files = ["2024-03-05", "2024-03-12"].map((date) => ({
      path: `${date}.md`,
      bytes: new TextEncoder().encode(
        `# Tea weekly call, ${date}\n\n## Attendees\n\n- Zoe Lee (aim.org)\n- Bob Roth (Cup GmbH)\n\n## Infuser\n\n- Bob will review the infuser.\n- Zoe is working on the USB port.\n`,
      ),
    }));
    const report = writeReport((await buildGraph(files, { gazetteer: defaultGazetteer })).graph);
    expect(report).toContain("## Meetings\n\n- Tea weekly call: 2024-03-05, 2024-03-12\n");
    const places = ["### aim.org", "### Cup GmbH"].map((name) => report.indexOf(name));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
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

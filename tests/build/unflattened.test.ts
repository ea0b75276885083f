import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { decodeDocuments } from "../../src/minutes/decode-document.ts";
import { parseMinutes } from "../../src/minutes/parse-minutes.ts";
import type { MinutesNode, ParsedMinutes } from "../../src/minutes/parsed-minutes.ts";
import type { MinutesGraph } from "../../src/model/graph-attributes.ts";
import { buildMinutes, KVM_PATH, KVM_TEXT, toFile } from "./build-minutes.ts";

/** The same words with their line breaks and indentation restored by hand. */
const UNFLATTENED = readFileSync(new URL("kvm-2013-12-03-unflattened.txt", import.meta.url), "utf8");

async function parse(text: string): Promise<ParsedMinutes> {
  const { path, bytes } = toFile(KVM_PATH, text);
  const { documents } = await decodeDocuments(path, bytes);
  return parseMinutes(documents[0] ?? expect.fail("no document"));
}

interface Outline {
  text: string;
  role?: string | undefined;
  children: Outline[];
}

const outline = ({ content, role, children }: MinutesNode): Outline => ({
  text: content.text.replace(/\s+/g, " ").replace(/:$/, ""),
  role,
  children: children.map(outline),
});

const listEdges = (graph: MinutesGraph): string[] => graph.edges().toSorted();

describe("minutes with and without their line breaks", () => {
  let flat: ParsedMinutes;
  let broken: ParsedMinutes;
  beforeAll(async () => {
    [flat, broken] = await Promise.all([parse(KVM_TEXT), parse(UNFLATTENED)]);
  });
  const withoutTitle = ({ nodes }: ParsedMinutes): Outline[] => {
    const [first, ...rest] = nodes;
    return (first && first.children.length > 0 && !first.role ? first.children : rest).map(outline);
  };

  test("have the same words", () => {
    expect(UNFLATTENED.replace(/\s+/g, " ").trim()).toBe(KVM_TEXT.replace(/\s+/g, " ").trim());
  });

  test("are one tree", () => {
    expect(withoutTitle(flat).map(({ text }) => text)).toEqual(["Attendees", "Agenda", "Minutes"]);
    expect(withoutTitle(broken)).toEqual(withoutTitle(flat));
  });

  test("have the same title, day, attendees and agenda", () => {
    const summarise = ({ title, date, attendees, agenda }: ParsedMinutes): unknown => ({
      title,
      date,
      attendees: attendees.map(({ name, organisations }) => [
        name.text,
        organisations.map(({ text }) => text),
      ]),
      agenda: agenda.map(({ content }) => content.text.replace(/\s+/g, " ")),
    });
    expect(summarise(broken)).toEqual(summarise(flat));
  });

  test("are one graph", async () => {
    const [one, other] = await Promise.all([
      buildMinutes({ [KVM_PATH]: KVM_TEXT }),
      buildMinutes({ [KVM_PATH]: UNFLATTENED }),
    ]);
    expect(other.nodes().toSorted()).toEqual(one.nodes().toSorted());
    expect(listEdges(other)).toEqual(listEdges(one));
  });
});

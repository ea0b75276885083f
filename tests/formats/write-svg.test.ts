import fc from "fast-check";
import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import { type Picture, writeSvg } from "../../src/formats/write-svg.ts";
import { decodeXmlString } from "../../src/formats/escape-xml.ts";
import { NODE_KINDS } from "../../src/model/schema.ts";

const EMPTY: Picture = {
  width: 400,
  height: 300,
  background: "#fff",
  text: "#000",
  font: '"Quoted", sans-serif',
  edges: [],
  nodes: [],
  labels: [],
  legend: { kinds: [], relations: [] },
};

function readSvg(svg: string): { elements: string[]; texts: string[] } {
  const elements: string[] = [];
  const texts: string[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name }) => {
    elements.push(name);
    if (name === "text") texts.push("");
  });
  parser.on("text", (text) => {
    if (texts.length > 0 && text.trim() !== "") texts[texts.length - 1] += text;
  });
  parser.write(svg).close();
  return { elements, texts };
}

const label = (text: string) => ({ text, left: 1, middle: 2, size: 12, weight: 400 });

test("any label is well-formed text and comes back as it was", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", minLength: 1 }), (text) => {
      fc.pre(text.trim() !== "");
      const { elements, texts } = readSvg(writeSvg({ ...EMPTY, labels: [label(text)] }));
      expect(elements).toEqual(["svg", "rect", "g", "g", "g", "text"]);
      expect(texts.map(decodeXmlString)).toEqual([text]);
    }),
  );
});

test("a script in a label, a colour or a font stays text", () => {
  const evil = `"><script>alert(1)</script>]]>`;
  const svg = writeSvg({
    ...EMPTY,
    font: evil,
    background: evil,
    labels: [label(evil)],
    legend: { kinds: [{ kind: "person", name: evil, color: evil }], relations: [] },
  });
  expect(readSvg(svg).elements).not.toContain("script");
});

test("a place that is no number does not break the picture", () => {
  const node = { x: Number.NaN, y: Infinity, radius: 3, color: "red", isFaint: false };
  const nodes = NODE_KINDS.map((kind) => ({ ...node, kind }));
  const edge = { from: node, to: node, bend: 0.1, thickness: 1, color: "red", isFaint: true };
  expect(writeSvg({ ...EMPTY, nodes, edges: [edge] })).not.toMatch(/NaN|Infinity/);
});

test("the legend names what it is given, and is not there without anything", () => {
  const kinds = [{ kind: "topic", name: "Topics", color: "#123" }] as const;
  const relations = [{ name: "works on", color: "#456" }];
  const svg = writeSvg({ ...EMPTY, legend: { kinds, relations } });
  expect(readSvg(svg).texts).toEqual(["Topics", "works on"]);
  expect(readSvg(writeSvg(EMPTY)).texts).toEqual([]);
});

import fc from "fast-check";
import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import { decodeXmlString } from "../../src/formats/escape-xml.ts";
import { SvgContext } from "../../src/formats/svg-context.ts";

const createContext = (): SvgContext =>
  new SvgContext((text) => ({ width: text.length * 6 }) as unknown as TextMetrics);

interface Element {
  name: string;
  attributes: Record<string, string>;
  text: string;
}

function readSvg(context: SvgContext): Element[] {
  const elements: Element[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    elements.push({ name, attributes: attributes as Record<string, string>, text: "" });
  });
  parser.on("text", (text) => {
    const last = elements.at(-1);
    if (last?.name === "text" && text !== "\n") last.text += text;
  });
  parser.write(context.finish(400, 300)).close();
  return elements.slice(1);
}

test("any text is well-formed and comes back as it was", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", minLength: 1 }), (text) => {
      fc.pre(text.trim() !== "");
      const context = createContext();
      context.fillText(text, 1, 2);
      expect(readSvg(context).map((element) => decodeXmlString(element.text))).toEqual([text]);
    }),
  );
});

test("a script in a text, a colour or a font stays text", () => {
  const evil = `"><script>alert(1)</script>]]>`;
  const context = createContext();
  context.fillStyle = evil;
  context.strokeStyle = evil;
  context.font = evil;
  context.strokeText(evil, 1, 2);
  context.fillText(evil, 1, 2);
  context.fillRect(0, 0, 1, 1);
  expect(readSvg(context).map(({ name }) => name)).toEqual(["text", "path"]);
});

test("a place that is no number does not break the picture", () => {
  const context = createContext();
  context.beginPath();
  context.moveTo(Number.NaN, Infinity);
  context.lineTo(-Infinity, 1);
  context.arc(Number.NaN, 1, Infinity, 0, 7);
  context.stroke();
  expect(context.finish(Number.NaN, 300)).not.toMatch(/NaN|Infinity/);
});

test("a text's outline is written with its filling, and alone where nothing fills it", () => {
  const context = createContext();
  context.strokeText("both", 1, 2);
  context.fillText("both", 1, 2);
  context.strokeText("outline", 1, 2);
  const [both, outline] = readSvg(context);
  expect(both?.attributes).toMatchObject({ fill: "#000000", stroke: "#000000", "paint-order": "stroke" });
  expect(outline?.attributes).toMatchObject({ fill: "none", stroke: "#000000" });
});

test("what was saved is restored", () => {
  const context = createContext();
  context.save();
  context.globalAlpha = 0.25;
  context.fillStyle = "red";
  context.fillRect(0, 0, 1, 1);
  context.restore();
  context.fillRect(0, 0, 1, 1);
  const [first, second] = readSvg(context);
  expect(first?.attributes).toMatchObject({ fill: "red", opacity: "0.25" });
  expect(second?.attributes).toEqual({ d: "M0 0h1v1h-1Z", fill: "#000000" });
});

test("a full turn is two arcs of its sense, as SVG has none that ends where it starts", () => {
  const context = createContext();
  context.beginPath();
  context.arc(10, 20, 5, 0, 2 * Math.PI);
  context.moveTo(12, 20);
  context.arc(10, 20, 2, 0, -2 * Math.PI);
  context.fill();
  const [path] = readSvg(context);
  expect(path?.attributes["d"]).toBe(
    "M15 20A5 5 0 0 1 5 20A5 5 0 0 1 15 20M12 20L12 20A2 2 0 0 0 8 20A2 2 0 0 0 12 20",
  );
});

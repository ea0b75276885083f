import { describe, expect, test } from "vitest";
import { GRAPH_READERS } from "../../src/formats/graph-readers.ts";

async function read(path: string, bytes: Uint8Array) {
  const reader = GRAPH_READERS[/\.\w+$/.exec(path)?.[0] ?? ""];
  if (!reader) throw new Error("no reader");
  return await reader([bytes.subarray(0, 300), bytes.subarray(300)], path);
}
const encode = (text: string) => new TextEncoder().encode(text);
const toLatin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const toUtf16 = (text: string) =>
  new Uint8Array(Uint16Array.from(`\ufeff${text}`, (c) => c.charCodeAt(0)).buffer);
const listLabels = ({ graph }: Awaited<ReturnType<typeof read>>) =>
  graph?.nodes.map(({ attributes }) => attributes?.label);

const gexf = `<gexf version="1.2"><graph><nodes><node id="1" label="Jürgen"/></nodes></graph></gexf>`;

describe("the encoding of a graph file", () => {
  test("a byte order mark is no part of the text", async () => {
    const json = JSON.stringify({ nodes: [{ key: "1", attributes: { label: "Jürgen" } }], edges: [] });
    expect(listLabels(await read("tea.json", encode(`\ufeff${json}`)))).toEqual(["Jürgen"]);
    expect(listLabels(await read("tea.gexf", encode(`\ufeff${gexf}`)))).toEqual(["Jürgen"]);
    expect(listLabels(await read("tea.gexf", toUtf16(gexf)))).toEqual(["Jürgen"]);
  });

  test("an XML declaration tells it", async () => {
    const text = `<?xml version="1.0" encoding="ISO-8859-1"?>\n${gexf}`;
    expect(listLabels(await read("tea.gexf", toLatin1(text)))).toEqual(["Jürgen"]);
    for (const utf8 of ["utf8", "x-unknown"])
      expect(listLabels(await read("tea.gexf", encode(text.replace("ISO-8859-1", utf8))))).toEqual([
        "Jürgen",
      ]);
  });

  test("a table that is not UTF-8 is one of a spreadsheet", async () => {
    expect(listLabels(await read("tea.csv", toLatin1("Id;Label\r\n1;Jürgen\r\n")))).toEqual(["Jürgen"]);
    expect(listLabels(await read("tea.csv", toUtf16("Id\tLabel\n1\tJürgen\n")))).toEqual(["Jürgen"]);
  });
});

describe("graphology's JSON of another program", () => {
  const write = (graph: unknown) => encode(JSON.stringify(graph));
  const tea = {
    attributes: { name: "Tea" },
    options: { type: "undirected", multi: false, allowSelfLoops: true },
    nodes: [
      { key: 1, attributes: { label: "Ann", kind: "Person", x: 1, y: 2, aliases: ["A", "B, C"] } },
      { key: "2", attributes: { name: "Tea", color: null, x: 3, y: 1 } },
      { key: "3" },
    ],
    edges: [
      {
        key: "e",
        source: 1,
        target: "2",
        undirected: true,
        attributes: { label: "drinks", weight: 2.5, date: "2013-12-03" },
      },
      { source: "3", target: "2" },
    ],
  };

  test("opens with its kinds, names, weights, dates and relations", async () => {
    const { graph, diagnostics } = await read("tea.json", write(tea));
    expect(diagnostics).toEqual([]);
    expect(graph?.nodes.map(({ key, attributes }) => [key, attributes?.label, attributes?.aliases])).toEqual([
      ["person:ann", "Ann", ["A", "B, C"]],
      ["topic:3", "3", []],
      ["topic:tea", "Tea", []],
    ]);
    expect(
      graph?.edges.map(({ key, attributes }) => [key, attributes?.weight, attributes?.evidence[0]?.quote]),
    ).toEqual([
      ["person:ann|related_to|topic:tea", 2.5, "Ann · drinks · Tea"],
      ["topic:3|related_to|topic:tea", 1, "3 · is related to · Tea"],
    ]);
    expect(graph?.attributes.documents["tea.json#2013-12-03"]).toMatchObject({
      title: "Tea",
      date: "2013-12-03",
    });
  });

  test.for([
    ["community", ["b", "a", "a"], [1, 0, 0]],
    ["Modularity Class", ["7", "7", "3"], [0, 0, 1]],
    ["modularity_class", ["0", "1", "1"], [1, 0, 0]],
  ] as const)("%s tells the communities, the largest first", async ([title, values, wanted]) => {
    const nodes = values.map((value, key) => ({ key, attributes: { label: `N${key}`, [title]: value } }));
    const edges = [{ source: 0, target: 1 }];
    const { graph } = await read("tea.json", write({ nodes, edges }));
    expect(graph?.nodes.map(({ attributes }) => attributes?.community)).toEqual(wanted);
  });

  test.for([[["a", "a", "a"]], [["a", "b", ""]]] as const)(
    "communities %j say nothing: they are found from the links",
    async ([values]) => {
      const nodes = values.map((community, key) => ({ key, attributes: { label: `N${key}`, community } }));
      const { graph } = await read("tea.json", write({ nodes, edges: [{ source: 0, target: 1 }] }));
      expect(graph?.nodes.map(({ attributes }) => attributes?.community)).toEqual([0, 0, 1]);
    },
  );

  test.for([
    [{ nodes: [{ key: "1" }, {}], edges: [] }, /^nodes\.1\.key: expected "key"/],
    [{ nodes: [{ key: "1" }], edges: [{ source: "1", target: "9" }] }, /ends at "9", which is no node/],
    [{ nodes: {} }, /^nodes: expected Array/],
    [[], /expected/],
    [null, /expected Object/],
  ] as const)("%j gets a message that says where", async ([graph, message]) => {
    const { graph: none, diagnostics } = await read("tea.json", write(graph));
    expect(none).toBeUndefined();
    expect(diagnostics[0]?.message).toMatch(message);
  });

  test("a graph of minutes that lacks something is not taken for another program's", async () => {
    const broken = {
      attributes: { documents: {} },
      nodes: [{ key: "1", attributes: { label: "Ann" } }],
      edges: [],
    };
    const { graph, diagnostics } = await read("graph.json", write(broken));
    expect(graph).toBeUndefined();
    expect(diagnostics[0]?.message).toMatch(/^nodes\.0\.attributes\.kind/);
  });
});

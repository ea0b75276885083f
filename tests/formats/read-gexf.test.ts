import { describe, expect, test } from "vitest";
import { completeGraph, findCommunities } from "../../src/formats/complete-graph.ts";
import { readGexf } from "../../src/formats/read-gexf.ts";
import { generateGexf } from "../bench/explorer/generate-gexf.ts";

const read = (body: string, version = "1.3") =>
  readGexf([`<gexf xmlns="http://gexf.net/${version}" version="${version}">${body}</gexf>`], "tea.gexf");

describe("another program's GEXF", () => {
  test("kinds are guessed from a column, and what has none is a topic", async () => {
    const { graph } =
      await read(`<graph><attributes class="node"><attribute id="0" title="Type" type="string"/></attributes>
      <nodes><node id="1" label="Ann"><attvalues><attvalue for="0" value="Person"/></attvalues></node>
      <node id="2" label="Cup GmbH"><attvalues><attvalue for="0" value="company (private)"/></attvalues></node>
      <node id="3" label="Tea"/></nodes></graph>`);
    expect(graph?.nodes.map(({ key }) => key)).toEqual(["organisation:cup-gmbh", "person:ann", "topic:tea"]);
  });

  test("GEXF 1.1 names an attribute's column by id", async () => {
    const { graph } = await read(
      `<graph><attributes class="node"><attribute id="k" title="kind" type="string"/></attributes>
      <nodes><node id="1" label="Ann"><attvalues><attvalue id="k" value="person"/></attvalues></node></nodes></graph>`,
      "1.1draft",
    );
    expect(graph?.nodes[0]?.key).toBe("person:ann");
  });

  test("an edge is related_to unless it names a relation that fits its ends", async () => {
    const { graph } =
      await read(`<graph><attributes class="node"><attribute id="k" title="kind" type="string"/></attributes>
      <nodes><node id="1" label="Ann"><attvalues><attvalue for="k" value="person"/></attvalues></node><node id="2" label="Tea"/></nodes>
      <edges><edge source="1" target="2" kind="works_on"/><edge source="2" target="1" kind="works_on"/>
      <edge source="1" target="2" label="drinks" weight="2.5"/></edges></graph>`);
    expect(graph?.edges.map(({ key, attributes }) => [key, attributes?.weight])).toEqual([
      ["person:ann|related_to|topic:tea", 2.5],
      ["person:ann|works_on|topic:tea", 1],
      ["topic:tea|related_to|person:ann", 1],
    ]);
    expect(graph?.edges[0]?.attributes?.evidence[0]?.quote).toBe("Ann · drinks · Tea");
  });

  test("what a file does not tell is said, and is there once the graph is completed", async () => {
    const told = await readGexf([generateGexf(120, 400)], "tea.gexf");
    expect(told.lacks).toEqual({ places: false, communities: true });
    const found = told.graph && [...findCommunities(told.graph)];
    expect(new Set(found).size).toBeGreaterThan(1);
    const { graph, lacks } = completeGraph(told);
    expect(graph?.nodes.map(({ attributes }) => attributes?.community)).toEqual(found);
    expect(lacks?.communities).toBe(false);
  });

  test("the quotes stand in a document for each date, and years count as dates", async () => {
    const { graph } =
      await read(`<graph mode="dynamic" timeformat="date"><nodes><node id="1" start="2001" label="A"/>
      <node id="2" label="B"><spells><spell start="2013-12-03T10:00:00Z"/></spells></node></nodes>
      <edges><edge source="1" target="2"><spells><spell start="2013-12-03" end="2014-01-01"/><spell timestamp="2014-05-06"/></spells></edge></edges></graph>`);
    const documents = graph?.attributes.documents ?? {};
    expect(Object.values(documents).map(({ date }) => date)).toEqual([
      "2001-01-01",
      "2013-12-03",
      "2014-05-06",
    ]);
    for (const { document, start, end, quote } of graph?.edges[0]?.attributes?.evidence ?? [])
      expect(documents[document]?.text.slice(start, end)).toBe(quote);
  });

  test("a month is a date, too", async () => {
    const { graph } = await read(
      `<graph mode="dynamic"><nodes><node id="1" start="2013-12"/></nodes></graph>`,
    );
    expect(Object.keys(graph?.attributes.documents ?? {})).toEqual(["tea.gexf#2013-12-01"]);
  });

  test("a column's default holds where a node or an edge says nothing", async () => {
    const { graph } =
      await read(`<graph><attributes class="node"><attribute id="0" title="Type" type="string"><default>Person</default></attribute></attributes>
      <attributes class="edge"><attribute id="0" title="Weight" type="double"><default>2.5</default></attribute></attributes>
      <nodes><node id="1" label="Ann"/><node id="2" label="Tea"><attvalues><attvalue for="0" value="topic"/></attvalues></node></nodes>
      <edges><edge source="1" target="2"/></edges></graph>`);
    expect(graph?.edges.map(({ key, attributes }) => [key, attributes?.weight])).toEqual([
      ["person:ann|related_to|topic:tea", 2.5],
    ]);
  });

  test("positions are kept, and where there are none the graph is laid out", async () => {
    const placed = await read(
      `<graph><nodes><node id="1"><viz:position x="1.5" y="-2" z="0"/></node></nodes></graph>`,
    );
    expect(placed.graph?.nodes[0]?.attributes).toMatchObject({ x: 1.5, y: -2 });
    const bare = await read(`<graph><nodes><node id="1"/><node id="2"/></nodes></graph>`);
    expect([placed.lacks?.places, bare.lacks?.places]).toEqual([false, true]);
    const [first, second] = completeGraph(bare).graph?.nodes.map(({ attributes }) => attributes) ?? [];
    expect([first?.x, first?.y]).not.toEqual([second?.x, second?.y]);
  });

  test("nodes in nodes, prefixed elements, aliases in bars and nodes of one name", async () => {
    const { graph } = await readGexf(
      [
        `<g:gexf xmlns:g="http://gexf.net/1.2draft"><g:graph><g:attributes class="node"><g:attribute id="a" title="Aliases"/></g:attributes>
        <g:nodes><g:node id="1" label="Tea"><g:attvalues><g:attvalue for="a" value="chai|cha"/></g:attvalues>
        <g:nodes><g:node id="2" label="Tea"/></g:nodes></g:node></g:nodes></g:graph></g:gexf>`,
      ],
      "tea.gexf",
    );
    expect(graph?.nodes.map(({ key, attributes }) => [key, attributes?.aliases])).toEqual([
      ["topic:tea", ["cha", "chai"]],
      ["topic:tea-2", []],
    ]);
  });

  test("an edge from a node to itself is left out and said", async () => {
    const { graph, diagnostics } = await read(
      `<graph><nodes><node id="1"/></nodes><edges><edge source="1" target="1"/></edges></graph>`,
    );
    expect(graph?.edges).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: "self-loop", severity: "warning" }]);
  });
});

describe("a broken GEXF gives no graph, and says what and where", () => {
  test.for([
    ["", /broken: document must contain a root element/, 1],
    ["Tea", /broken: /, 1],
    ["<html></html>", /it begins with <html>, not with <gexf>/, 1],
    ["<gexf>\n<graph><nodes><node id='1'></nodes></graph></gexf>", /unexpected close tag/, 2],
    ["<gexf><graph><nodes>\n<node id='1'/>", /unclosed tag/, 2],
    ["<gexf><graph><nodes><node id='&bomb;'/></nodes></graph></gexf>", /undefined entity/, 1],
    ["<?minutes-graph {oops?><gexf></gexf>", /JSON/, 1],
  ] as const)("%j", async ([text, message, line]) => {
    const { graph, diagnostics } = await readGexf([text], "tea.gexf");
    expect(graph).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: "not-a-graph", document: "tea.gexf", line }]);
    expect(diagnostics[0]?.message).toMatch(message);
  });

  test.for([
    ["<graph><nodes/></graph>", "There is no node in it", undefined],
    ["<graph><nodes><node id='1'/>\n<node\nid='1'/></nodes></graph>", 'Two nodes have the id "1"', 3],
    [
      "<graph><nodes><node id='1'/></nodes><edges>\n<edge source='1' target='9'/></edges></graph>",
      'An edge ends at "9", which is no node',
      2,
    ],
  ] as const)("%j", async ([body, message, line]) => {
    const { graph, diagnostics } = await read(body);
    expect(graph).toBeUndefined();
    expect(diagnostics).toMatchObject([{ message }]);
    expect(diagnostics[0]?.line).toBe(line);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkGraph } from "../../src/formats/check-graph.ts";
import { type Contents, countContents, describeContents } from "../../src/formats/describe-contents.ts";
import { findContacts } from "../../src/formats/find-contacts.ts";
import { createGraphSource } from "../../src/formats/graph-source.ts";
import { runThrough } from "../../src/graph/run-through.ts";
import { redactGraph } from "../../src/formats/redact-graph.ts";
import { writeJson } from "../../src/formats/write-json.ts";
import type { NodeAttributes, SerializedMinutesGraph } from "../../src/model/graph-attributes.ts";
import { arbitraryGraph } from "./arbitrary-graph.ts";

const text = "Ann (ann.lee@kettle.example, @annlee) and alee work on the kettle.";
const person: NodeAttributes = {
  kind: "person",
  label: "ann.lee@kettle.example",
  aliases: ["Ann", "alee", "@annlee"],
  x: 0,
  y: 0,
  degree: 1,
  community: 0,
};
const graph: SerializedMinutesGraph = {
  attributes: {
    version: "1",
    documents: {
      tea: {
        path: "tea.txt",
        title: "Tea",
        date: "2024-03-05",
        text,
        mentions: [{ start: 0, end: 3, node: "person:ann-lee" }],
      },
    },
    joins: [],
    diagnostics: [],
  },
  options: { type: "directed", multi: true, allowSelfLoops: false },
  nodes: [
    { key: "person:ann-lee", attributes: person },
    { key: "topic:kettle", attributes: { ...person, kind: "topic", label: "Kettle", aliases: [] } },
  ],
  edges: [
    {
      key: "person:ann-lee|works_on|topic:kettle",
      source: "person:ann-lee",
      target: "topic:kettle",
      attributes: {
        relation: "works_on",
        weight: 1,
        evidence: [{ document: "tea", start: 9, end: text.length, quote: text.slice(9), rule: "r" }],
      },
    },
  ],
};
const write = (redacted: SerializedMinutesGraph) => writeJson(createGraphSource(redacted));

describe("what an export leaves out", () => {
  test("mail addresses and handles are nowhere, and every offset stays right", () => {
    const redacted = redactGraph(graph, { contacts: true });
    expect(write(redacted)).not.toMatch(/lee|kettle\.example|alee/);
    expect(redacted.nodes[0]).toMatchObject({ key: "person:covered-1", attributes: { aliases: ["Ann"] } });
    expect(checkGraph(redacted, "graph.json")).toMatchObject({ diagnostics: [] });
    expect(redacted.attributes.documents["tea"]?.mentions).toMatchObject([{ node: "person:covered-1" }]);
  });

  test.for([
    "jürgen.müller@tée.example",
    "o'neill+tea@kettle.co.example",
    "root@[192.168.0.1]",
    "@bobröth",
    "@_bob",
    "@bob:matrix.example",
    "bob.roth at kettle.example",
    "bob [at] kettle [dot] example",
    "bob.roth(at)kettle.example",
    "bob dot roth at kettle dot example",
  ])("%s is an address or a handle", (contact) => {
    expect(findContacts(`Ask ${contact}, please.`)).toEqual([contact]);
  });

  test("an address in a mail's head or in angle brackets needs no sign", () => {
    expect(findContacts("x\nFrom: bob at kettle.example (Bob)\n<cleo at tea.example>\n")).toEqual([
      "bob at kettle.example",
      "cleo at tea.example",
    ]);
  });

  test.for(["Look at kernel.org first.", "We met at 10.30 at Kettle.", "Version 2 @ 5 GHz"])(
    "%s has none",
    (sentence) => {
      expect(findContacts(sentence)).toEqual([]);
    },
  );

  test("paths, ids, titles and series tell no address, and what refers to them still does", () => {
    const address = "ann.lee@kettle.example";
    const id = `mail/${address}.eml`;
    const mailed = structuredClone(graph);
    mailed.attributes.documents = {
      [id]: {
        ...graph.attributes.documents["tea"],
        path: id,
        title: `Fwd: ${address}`,
        date: "",
        text,
        mentions: [],
      },
    };
    mailed.attributes.joins = [{ node: "person:ann-lee", surface: address, reason: "r", document: id }];
    mailed.attributes.diagnostics = [{ code: "c", severity: "info", message: address, document: id }];
    mailed.nodes.push({
      key: "meeting:tea",
      attributes: { ...person, kind: "meeting", label: "Tea", aliases: [], document: id, series: address },
    });
    for (const { attributes } of mailed.edges)
      for (const piece of attributes?.evidence ?? []) piece.document = id;
    const redacted = redactGraph(mailed, { contacts: true });
    expect(write(redacted)).not.toMatch(/lee|kettle\.example|alee/);
    expect(checkGraph(redacted, "graph.json")).toMatchObject({ diagnostics: [] });
    const [only = ""] = Object.keys(redacted.attributes.documents);
    expect(redacted.edges[0]?.attributes?.evidence[0]?.document).toBe(only);
    expect(redacted.nodes.at(-1)?.attributes?.document).toBe(only);
    expect(redacted.attributes.joins[0]?.document).toBe(only);
  });

  test("nicknames are covered up in every dress, and given names that are alike are not", () => {
    const said = "<AnnLee> bobR_: [alee] will ask Alee|away and cleo-x. Ann asks Cleo.";
    const nicknamed = structuredClone(graph);
    nicknamed.attributes.documents = {
      tea: { path: "tea.log", title: "Tea", date: "", text: said, mentions: [] },
    };
    const aliases = ["AnnLee", "bobR_", "alee", "Alee|away", "cleo-x", "ann"];
    nicknamed.nodes = [
      { key: "person:ann", attributes: { ...person, label: "Ann Lee", aliases } },
      ...graph.nodes.slice(1),
    ];
    nicknamed.edges = [];
    const redacted = redactGraph(nicknamed, { contacts: true });
    expect(redacted.attributes.documents["tea"]?.text).toBe(
      "<••••••> •••••: [••••] will ask ••••••••• and ••••••. Ann asks Cleo.",
    );
    expect(redacted.nodes[0]).toMatchObject({
      key: "person:covered-1",
      attributes: { label: "Ann Lee", aliases: [] },
    });
  });

  test("the text goes, and its sentences stay", () => {
    const redacted = redactGraph(graph, { text: true });
    expect(redacted.attributes.documents["tea"]).toMatchObject({
      text: "",
      mentions: [],
      date: "2024-03-05",
    });
    expect(redacted.edges[0]?.attributes?.evidence[0]?.quote).toBe(text.slice(9));
  });

  test("with the sentences nothing of the text is left", () => {
    expect(write(redactGraph(graph, { sentences: true }))).not.toContain("work on the");
  });

  test("random graphs stay whole, whatever is left out", () => {
    const choice = fc.record({ text: fc.boolean(), sentences: fc.boolean(), contacts: fc.boolean() });
    fc.assert(
      fc.property(arbitraryGraph, choice, (any, redaction) => {
        const { graph: read } = checkGraph(redactGraph(any, redaction), "graph.json");
        expect(read?.nodes).toHaveLength(any.nodes.length);
        expect(read?.edges).toHaveLength(any.edges.length);
      }),
      { numRuns: 150 },
    );
  });

  test("the graph that is read is not touched", () => {
    const before = write(graph);
    redactGraph(graph, { text: true, sentences: true, contacts: true });
    expect(write(graph)).toBe(before);
  });

  const count = (of: SerializedMinutesGraph): Contents => runThrough(countContents(createGraphSource(of)));

  test("what is in a file is said in words", () => {
    expect(describeContents(count(graph), true)).toBe(
      "the names of 1 person, the whole text of 1 document, 1 sentence, 3 mail addresses and handles",
    );
    expect(describeContents(count(redactGraph(graph, { sentences: true, contacts: true })), true)).toBe(
      "the names of 1 person, no whole text, no sentences, no mail addresses",
    );
  });

  test("a form without the documents' texts still tells the addresses in names and sentences", () => {
    expect(describeContents(count(graph), false)).toContain("no whole text, 1 sentence, ");
    const address = "ann@example.org";
    const quoting = structuredClone(graph);
    for (const { attributes } of quoting.edges)
      for (const piece of attributes?.evidence ?? []) piece.quote = address;
    expect(describeContents(count(redactGraph(quoting, { text: true })), false)).toMatch(
      /, 1 sentence, \d+ mail/,
    );
  });
});

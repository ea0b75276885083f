import fc from "fast-check";
import type {
  EdgeAttributes,
  Evidence,
  GraphDocument,
  NodeAttributes,
  SerializedMinutesGraph,
} from "../../src/model/graph-attributes.ts";
import { MODALITIES, NODE_KINDS, RELATIONS, STATUSES } from "../../src/model/schema.ts";

const codeUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
  .map((units) => String.fromCharCode(...units));

/** Names that have broken a format somewhere, and any other text: every script, controls, lone surrogates. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    "Smith, Ann; “AS”",
    "=HYPERLINK(1)",
    "+1",
    "@x",
    "-2",
    "]]>",
    "?>",
    "<script>alert(1)</script>",
    "&amp;#0;",
    "_x0041_",
    "_x005F_x0041_",
    "\u0000\u0007\u001b[2J",
    "\ud800",
    "\udfff\ud800",
    "\uffff\ufffe",
    "a\tb\r\nc",
    "[“a|b”, c]",
    '["a", "b"]',
    "👩‍🔬 Ünïcode 名前 שלום",
    "’–\u0085\u2028\u2029",
    "``` | # * _",
    "",
  ),
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({ unit: "grapheme", maxLength: 12 }),
  codeUnits,
);

const calendarDate = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2039-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** A file can say anything for a date. */
const anyDate = fc.oneof(
  { weight: 8, arbitrary: calendarDate },
  fc.constantFrom("", "2024", "2024-02-30", "yesterday", "<3"),
);

const coordinate = fc.integer({ min: -100_000, max: 100_000 }).map((value) => value / 100);

interface Parts {
  documents: [id: string, Omit<GraphDocument, "mentions">][];
  nodes: NodeAttributes[];
  edges: { ends: [number, number]; relation: EdgeAttributes["relation"]; cuts: Cut[] }[];
}

interface Cut {
  document: number;
  from: number;
  to: number;
  more: Pick<Evidence, "rule" | "modality" | "status">;
}

const parts: fc.Arbitrary<Parts> = fc.record({
  documents: fc.uniqueArray(
    fc.tuple(
      hostileText.filter((id) => id !== "__proto__"),
      fc.record({
        path: hostileText,
        title: hostileText,
        date: anyDate,
        text: fc.array(hostileText, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(" ")),
      }),
    ),
    { minLength: 1, maxLength: 3, selector: ([id]) => id },
  ),
  nodes: fc.array(
    fc.record(
      {
        kind: fc.constantFrom(...NODE_KINDS),
        label: hostileText,
        aliases: fc.array(hostileText, { maxLength: 3 }),
        x: coordinate,
        y: coordinate,
        degree: fc.nat(1000),
        community: fc.nat(30),
        date: anyDate,
        document: hostileText,
        series: hostileText,
      },
      { requiredKeys: ["kind", "label", "aliases", "x", "y", "degree", "community"] },
    ),
    { minLength: 2, maxLength: 6 },
  ) as fc.Arbitrary<NodeAttributes[]>,
  edges: fc.array(
    fc.record({
      ends: fc.tuple(fc.nat(5), fc.nat(5)),
      relation: fc.constantFrom(...RELATIONS),
      cuts: fc.array(
        fc.record({
          document: fc.nat(2),
          from: fc.nat(60),
          to: fc.nat(60),
          more: fc.record(
            {
              rule: hostileText,
              modality: fc.constantFrom(...MODALITIES),
              status: fc.constantFrom(...STATUSES),
            },
            { requiredKeys: ["rule"] },
          ) as fc.Arbitrary<Cut["more"]>,
        }),
        { minLength: 1, maxLength: 3 },
      ),
    }),
    { maxLength: 8 },
  ),
});

/** A graph in its serialised form that keeps every rule of the model, with any text in every place. */
export const arbitraryGraph: fc.Arbitrary<SerializedMinutesGraph> = parts.map(
  ({ documents, nodes, edges }) => {
    const keys = nodes.map(({ kind, label }, index) => `${kind}:${label}-${index}`);
    const cite = ({ document, from, to, more }: Cut): Evidence => {
      const [id, { text }] = documents[document % documents.length] as Parts["documents"][number];
      const [start, end] = [from % (text.length + 1), to % (text.length + 1)].toSorted((a, b) => a - b) as [
        number,
        number,
      ];
      return { document: id, start, end, quote: text.slice(start, end), ...more };
    };
    const byKey = new Map(
      edges.flatMap(({ ends, relation, cuts }) => {
        const [source, target] = ends.map((end) => keys[end % keys.length]) as [string, string];
        const key = `${source}|${relation}|${target}`;
        const attributes = { relation, weight: cuts.length, evidence: cuts.map(cite) };
        return source === target ? [] : [[key, { key, source, target, attributes }] as const];
      }),
    );
    return {
      attributes: {
        version: "1",
        documents: Object.fromEntries(
          documents.map(([id, document], index) => {
            const node = keys[index % keys.length] ?? "";
            return [id, { ...document, mentions: document.text ? [{ start: 0, end: 1, node }] : [] }];
          }),
        ),
        joins: [{ node: keys[0] ?? "", surface: nodes[0]?.label ?? "", reason: "given name of an attendee" }],
        diagnostics: [{ code: "ambiguous-name", severity: "warning", message: nodes[0]?.label ?? "" }],
      },
      options: { type: "directed", multi: true, allowSelfLoops: false },
      nodes: nodes.map((attributes, index) => ({ key: keys[index] ?? "", attributes })),
      edges: [...byKey.values()],
    };
  },
);

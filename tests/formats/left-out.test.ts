import { expect, test } from "vitest";
import { buildGraph } from "../../src/build-graph.ts";
import { defaultGazetteer } from "../../src/default-gazetteer.ts";
import { createGraphSource, type GraphSource } from "../../src/formats/graph-source.ts";
import { redactGraph, type Redaction } from "../../src/formats/redact-graph.ts";
import { writeGexf } from "../../src/formats/write-gexf.ts";
import { generateEdgesCsv, generateNodesCsv } from "../../src/formats/write-graph-csv.ts";
import { writeGraphml } from "../../src/formats/write-graphml.ts";
import { writeJson } from "../../src/formats/write-json.ts";
import { writeJsonLd } from "../../src/formats/write-json-ld.ts";
import { writeReport } from "../../src/formats/write-report.ts";
import { generateSharedPage } from "../../src/formats/write-shared-page.ts";
import type { SerializedMinutesGraph } from "../../src/model/graph-attributes.ts";

const MINUTES: Readonly<Record<string, string>> = {
  "inbox/ann.lee@kettle.example.eml": `From: ann.lee at kettle.example (Ann Lee)
To: tea@lists.example
Subject: Minutes of the Tea call (by bob.roth@cup.example)
Date: Tue, 5 Mar 2024 10:00:00 +0000

Attendees: Ann Lee <ann.lee@kettle.example>, Bob Roth (bob.roth [at] cup [dot] example), @jmüller

* Infuser: Ann Lee will review the infuser, ask ann.lee@kettle.example.
* Bob Roth is working on the kettle driver with @jmüller.
`,
  "tea.log": `<zorro77> #startmeeting Tea weekly
<zorro77> #topic Infuser
<Carl_X> I will review the infuser patch
<zorro77> #action Carl_X to review the infuser patch
<CARL_x> Zorro77: I am working on the kettle driver
<zorro77> #endmeeting
`,
};
const CONTACTS = /ann\.lee|kettle\.example|cup \[dot\]|cup\.example|jmüller|zorro77|carl_x|lists\.example/i;
const SENTENCES = /review the infuser patch|on the kettle driver|will review/;
/** What stands in no sentence that an edge stands on. */
const TEXT = /#endmeeting/;

const WRITERS: Readonly<Record<string, (source: GraphSource, graph: SerializedMinutesGraph) => string>> = {
  gexf: (source) => writeGexf(source),
  "gexf-1.2": (source) => writeGexf(source, { version: "1.2draft" }),
  graphml: writeGraphml,
  "nodes.csv": (source) => [...generateNodesCsv(source)].join(""),
  "edges.csv": (source) => [...generateEdgesCsv(source)].join(""),
  "neo4j nodes.csv": (source) => [...generateNodesCsv(source, "neo4j")].join(""),
  "neo4j edges.csv": (source) => [...generateEdgesCsv(source, "neo4j")].join(""),
  jsonld: (source) => decodeURIComponent(writeJsonLd(source).replaceAll(/%(?![0-9A-F]{2})/g, "%25")),
  md: (_, graph) => writeReport(graph).replaceAll("\\", ""),
  json: writeJson,
  page: (source) =>
    [...generateSharedPage('<script type="text/plain" id="code">', source, { name: "Tea" })].join(""),
};

const files = Object.entries(MINUTES).map(([path, text]) => ({
  path,
  bytes: new TextEncoder().encode(text),
}));
const { graph } = await buildGraph(files, { gazetteer: defaultGazetteer });
const write = (form: string, redaction: Redaction): string => {
  const redacted = redactGraph(graph, redaction);
  return WRITERS[form]?.(createGraphSource(redacted), redacted) ?? "";
};

test.for(Object.keys(WRITERS))("%s tells nothing of what was left out", (form) => {
  const find = (pattern: RegExp, redaction: Redaction) => pattern.exec(write(form, redaction))?.[0];
  expect(find(CONTACTS, {})).toBeDefined();
  expect(find(CONTACTS, { contacts: true })).toBeUndefined();
  expect(find(CONTACTS, { contacts: true, sentences: true })).toBeUndefined();
  expect(find(TEXT, { text: true })).toBeUndefined();
  expect(find(TEXT, { sentences: true })).toBeUndefined();
  expect(find(SENTENCES, { sentences: true })).toBeUndefined();
  expect(find(/infuser/i, { text: true, sentences: true, contacts: true })).toBeDefined();
});

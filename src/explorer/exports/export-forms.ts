/** The forms of a graph that the page writes. */
export const FORMS = {
  gexf: "GEXF, for Gephi",
  "gexf-1.2": "GEXF 1.2, for older readers",
  json: "JSON",
  graphml: "GraphML, for yEd and NetworkX",
  csv: "CSV tables",
  "csv-neo4j": "CSV tables, for Neo4j’s importer",
  jsonld: "JSON-LD",
  md: "Markdown report",
} as const;
export type Form = keyof typeof FORMS;

/** Those that hold the documents' texts, and those that hold sentences alone. */
export const FORMS_WITH_TEXTS = ["gexf", "gexf-1.2", "json", "graphml"] as const satisfies readonly Form[];
export const FORMS_WITH_SENTENCES = ["csv", "csv-neo4j", "jsonld", "md"] as const satisfies readonly Form[];

/** Pixels of a picture's file for each of the screen. */
export const SCALES = [1, 2, 4] as const;

/** Everything that the export menu writes, as its buttons are told apart. */
export const EXPORTS: Readonly<Record<string, string>> = {
  ...FORMS,
  svg: "SVG picture",
  ...Object.fromEntries(SCALES.map((scale) => [`png-${scale}`, `PNG picture, ${scale}×`])),
  page: "One page to share",
};

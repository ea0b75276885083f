/** The forms of a graph that the page writes, by the ending of the file's name. */
export const FORMS = {
  gexf: "GEXF, for Gephi",
  json: "JSON",
  graphml: "GraphML, for yEd and NetworkX",
  csv: "CSV tables",
  jsonld: "JSON-LD",
  md: "Markdown report",
} as const;
export type Form = keyof typeof FORMS;

/** Those that hold the documents' texts, and those that hold sentences alone. */
export const FORMS_WITH_TEXTS = ["gexf", "json", "graphml"] as const satisfies readonly Form[];
export const FORMS_WITH_SENTENCES = ["csv", "jsonld", "md"] as const satisfies readonly Form[];

/** Pixels of a picture's file for each of the screen. */
export const SCALES = [1, 2, 4] as const;

/** Everything that the export menu writes, as its buttons are told apart. */
export const EXPORTS: Readonly<Record<string, string>> = {
  ...FORMS,
  svg: "SVG picture",
  ...Object.fromEntries(SCALES.map((scale) => [`png-${scale}`, `PNG picture, ${scale}×`])),
  page: "One page to share",
};

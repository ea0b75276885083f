import * as v from "valibot";
import { LineCounter, parseDocument } from "yaml";
import type { Diagnostic } from "../model/diagnostic.ts";
import { foldCase } from "../model/fold-case.ts";
import type { Corrections, Gazetteer, GazetteerEntry } from "../model/gazetteer.ts";
import { NODE_KINDS } from "../model/schema.ts";

const name = v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.trim(), v.minLength(1));
const entry = v.strictObject({
  name,
  aliases: v.optional(v.array(name), []),
  shortForms: v.optional(v.array(name), []),
  partOf: v.optional(v.array(name), []),
  domains: v.optional(v.array(name), []),
  caseSensitive: v.optional(v.boolean(), false),
});
const entries = v.optional(
  v.nullable(
    v.array(
      v.union([
        entry,
        v.pipe(
          name,
          v.transform((text) => ({
            name: text,
            aliases: [],
            shortForms: [],
            partOf: [],
            domains: [],
            caseSensitive: false,
          })),
        ),
      ]),
    ),
  ),
  [],
);
const GAZETTEER = v.strictObject({ organisations: entries, projects: entries, topics: entries });

const nodeKind = v.picklist(NODE_KINDS);
const CORRECTIONS = v.strictObject({
  same: v.optional(
    v.nullable(v.array(v.strictObject({ kind: nodeKind, names: v.pipe(v.array(name), v.minLength(2)) }))),
    [],
  ),
  drop: v.optional(v.nullable(v.array(v.strictObject({ kind: v.exactOptional(nodeKind), name }))), []),
  kind: v.optional(
    v.nullable(v.array(v.strictObject({ name, from: v.exactOptional(nodeKind), to: nodeKind }))),
    [],
  ),
  means: v.optional(
    v.nullable(v.array(v.strictObject({ document: v.exactOptional(name), name, person: name }))),
    [],
  ),
  different: v.optional(
    v.nullable(v.array(v.strictObject({ kind: nodeKind, names: v.tuple([name, name]) }))),
    [],
  ),
});

export const NO_CORRECTIONS: Corrections = { same: [], drop: [], kind: [], means: [], different: [] };

/**
 * Reads a gazetteer file.
 * @param text YAML with the lists `organisations`, `projects` and `topics`
 * @param path for messages
 * @param givenNames one name a line
 */
export function parseGazetteer(
  text: string,
  path: string,
  givenNames: string,
): { gazetteer: Gazetteer; diagnostics: Diagnostic[] } {
  const { value, diagnostics } = readYaml(text, path, GAZETTEER);
  return { gazetteer: createGazetteer(value ?? {}, givenNames), diagnostics };
}

/** What a gazetteer file holds: a name alone, or an entry with what else is known of it. */
export type GazetteerLists = Partial<
  Record<"organisations" | "projects" | "topics", readonly (string | number | ListedEntry)[] | null>
>;
type ListedEntry = { name: string | number } & Partial<
  Record<"aliases" | "shortForms" | "partOf" | "domains", (string | number)[]>
> & {
    caseSensitive?: boolean;
  };

/** "Apache Airflow": where it is called so, "Airflow" is it, too, if nothing else is called that. */
function shortenProjects(listed: readonly GazetteerEntry[]): GazetteerEntry[] {
  const taken = new Set(
    listed.flatMap(({ name: full, aliases, shortForms }) =>
      [full, ...aliases, ...shortForms].map((form) => foldCase(form)),
    ),
  );
  return listed.map((known) => {
    const short = known.kind === "project" ? OF_A_FOUNDATION.exec(known.name)?.[1] : undefined;
    return short === undefined || taken.has(foldCase(short))
      ? known
      : { ...known, shortForms: [...known.shortForms, short] };
  });
}

const OF_A_FOUNDATION = /^(?:Apache|Eclipse|Hyperledger|GNU) (\S+)$/;

/**
 * Makes a gazetteer of lists that have been checked.
 * @param givenNames one name a line
 */
export function createGazetteer(lists: GazetteerLists, givenNames: string): Gazetteer {
  const read = (kind: GazetteerEntry["kind"], items: GazetteerLists["topics"]): GazetteerEntry[] =>
    (items ?? []).map((item) => {
      const listed: ListedEntry = typeof item === "object" ? item : { name: item };
      const { name: label, aliases, shortForms, partOf, domains, caseSensitive = false } = listed;
      return {
        kind,
        name: String(label),
        aliases: (aliases ?? []).map(String),
        shortForms: (shortForms ?? []).map(String),
        partOf: (partOf ?? []).map(String),
        domains: (domains ?? []).map(String),
        caseSensitive,
      };
    });
  const names = new Set(givenNames.split("\n").map((line) => foldCase(line.trim())));
  names.delete("");
  return {
    entries: shortenProjects([
      ...read("organisation", lists.organisations),
      ...read("project", lists.projects),
      ...read("topic", lists.topics),
    ]),
    givenNames: names,
  };
}

/** Reads a corrections file; a broken one gives diagnostics and corrects nothing. */
export function parseCorrections(
  text: string,
  path: string,
): { corrections: Corrections; diagnostics: Diagnostic[] } {
  const { value, diagnostics } = readYaml(text, path, CORRECTIONS);
  if (!value) return { corrections: NO_CORRECTIONS, diagnostics };
  const { same, drop, kind: kinds, means, different } = value;
  return {
    corrections: {
      same: same ?? [],
      drop: drop ?? [],
      kind: kinds ?? [],
      means: means ?? [],
      different: different ?? [],
    },
    diagnostics,
  };
}

function readYaml<S extends v.GenericSchema>(
  text: string,
  path: string,
  schema: S,
): { value?: v.InferOutput<S>; diagnostics: Diagnostic[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const place = (offset: number): Pick<Diagnostic, "line" | "column"> => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const fail = (message: string, offset: number): Diagnostic => ({
    code: "invalid-data",
    severity: "error",
    message,
    document: path,
    ...place(offset),
  });
  if (document.errors.length)
    return {
      diagnostics: document.errors.map((error) => fail(error.message.split("\n")[0] ?? "", error.pos[0])),
    };
  const result = v.safeParse(schema, document.toJS({ maxAliasCount: 100 }) ?? {});
  if (result.success) return { value: result.output, diagnostics: [] };
  return {
    diagnostics: result.issues.map((issue) => {
      const keys = issue.path?.map((item) => item.key as string | number) ?? [];
      const node = document.getIn(keys, true) as { range?: [number, number, number] } | undefined;
      return fail(`${keys.join(".") || "file"}: ${issue.message}`, node?.range?.[0] ?? 0);
    }),
  };
}

import type { DecodedDocument, MappedText } from "./document.ts";
import type { KnownNames } from "./known-names.ts";
import { mapSpan } from "./mapped-text.ts";
import { parseAttendeeRun } from "./attendee-run.ts";
import { parseAttendee } from "./parse-attendees.ts";
import type { Attendee } from "./parsed-minutes.ts";
import { findSectionRole, foldHeading } from "./section-role.ts";

/**
 * The people that a document's front matter lists under a name for attendees, absentees or officers: `attendees: [Ann
 * Lee (Ember), …]`, `host: "@ann"`, or objects with a name and an affiliation, as JSON-LD has them.
 */
export function readFrontMatterAttendees(document: DecodedDocument, known: KnownNames): Attendee[] {
  const { frontMatter, blocks, text } = document;
  if (typeof frontMatter !== "object" || frontMatter === null || Array.isArray(frontMatter)) return [];
  const end = blocks.find(({ content }) => content.runs.length > 0)?.content.runs[0]?.start ?? text.length;
  const finder = new Finder(text, end);
  return Object.entries(frontMatter).flatMap(([key, value]: [string, unknown]) => {
    const role = findSectionRole(key.replace(/_/g, " "));
    const status = role === "officer" ? "listed" : role;
    if (status !== "present" && status !== "absent" && status !== "listed") return [];
    finder.from = Math.max(0, text.indexOf(key));
    const office = role === "officer" ? { office: foldHeading(key) } : {};
    const isList = Array.isArray(value);
    return (isList ? (value as unknown[]) : [value])
      .flatMap((entry) =>
        typeof entry === "string"
          ? readText(entry, status, isList, finder, known)
          : readRecord(entry, status, finder),
      )
      .map((attendee) => ({ ...attendee, ...office }));
  });
}

/** Finds values in the order in which they stand in the text. */
class Finder {
  from = 0;

  constructor(
    private readonly text: string,
    private readonly end: number,
  ) {}

  find(value: string): MappedText | undefined {
    const start = this.text.indexOf(value, this.from);
    if (value === "" || start < 0 || start + value.length > this.end) return undefined;
    this.from = start + value.length;
    return mapSpan(this.text, start, start + value.length);
  }
}

function readText(
  value: string,
  status: Attendee["status"],
  isEntry: boolean,
  finder: Finder,
  known: KnownNames,
): Attendee[] {
  const content = finder.find(value);
  if (!content) return [];
  if (!isEntry) return parseAttendeeRun(content, status, known);
  const found = parseAttendee(content, status, known);
  return found ? [found] : [];
}

function readRecord(value: unknown, status: Attendee["status"], finder: Finder): Attendee[] {
  const from = finder.from;
  const name = finder.find(readField(value, ["name"]));
  const found = name && parseAttendee(name, status);
  if (!found) return [];
  const body = finder.find(
    readField(value, [
      "affiliation",
      "organization",
      "organisation",
      "company",
      "worksFor",
      "memberOf",
      "employer",
    ]),
  );
  if (body) found.organisations = [...found.organisations, body];
  finder.from = from;
  const handle = finder.find(
    readField(value, ["github", "handle", "nick", "irc", "username", "login"]).replace(/^@/, ""),
  );
  if (handle) found.handle = handle;
  finder.from = Math.max(finder.from, from);
  return [found];
}

/** A field's text, or the name of what stands in it. */
function readField(value: unknown, names: readonly string[]): string {
  if (typeof value !== "object" || value === null) return "";
  const record = value as Record<string, unknown>;
  for (const name of names) {
    const field = record[name];
    if (typeof field === "string") return field;
    if (field !== undefined) return readField(field, ["name"]);
  }
  return "";
}

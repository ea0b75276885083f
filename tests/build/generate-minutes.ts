import { createRandom } from "../../src/graph/create-random.ts";

export const DRESSES = ["plain", "markdown", "stand-up", "board", "mail"] as const;
export type Dress = (typeof DRESSES)[number];

/** A meeting of an invented community, with what its minutes say. */
export interface GeneratedMeeting {
  path: string;
  text: string;
  dress: Dress;
  title: string;
  date: string;
  attended: string[];
  /** Pairs of person and organisation. */
  affiliations: [person: string, organisation: string][];
  works: [person: string, matter: string][];
  promises: [person: string, matter: string][];
}

const GIVEN = ["Anna", "Bruno", "Carla", "Dmitri", "Elena", "Felix", "Greta", "Hugo", "Ingrid", "Jonas"];
const FAMILY = [
  "Adler",
  "Brandt",
  "Castell",
  "Dorsey",
  "Ekberg",
  "Falk",
  "Grimm",
  "Holm",
  "Ivarsson",
  "Jansen",
];
const BODIES = [
  "Helix Systems",
  "Northwind Labs",
  "Basalt Labs",
  "Tarn Systems",
  "Quarrysoft Inc.",
  "Kestrel Ltd",
];
const FIRST = [
  "tide",
  "lantern",
  "harbour",
  "beacon",
  "anchor",
  "signal",
  "cargo",
  "rudder",
  "chart",
  "buoy",
];
const SECOND = [
  "scheduler",
  "parser",
  "allocator",
  "exporter",
  "simulator",
  "compiler",
  "verifier",
  "loader",
];
const COMMUNITIES = ["Lantern", "Harbour", "Marble", "Copper", "Aurora", "Trillium", "Openwave", "Quill"];

interface Part {
  person: string;
  body: string;
  matter: string;
  next: string;
}

/**
 * Invents meetings whose minutes are known to the last fact.
 * @param count how many; meetings go through the dresses in turn
 * @param seed the same seed gives the same meetings
 */
export function generateMinutes(count: number, seed = 1): GeneratedMeeting[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, index) => generateMeeting(index, random));
}

function generateMeeting(index: number, random: () => number): GeneratedMeeting {
  const dress = DRESSES[index % DRESSES.length] ?? "plain";
  const parts = invite(random);
  const title = `${pick(COMMUNITIES, random)} ${dress === "board" ? "Board" : "weekly"} call`;
  const date = new Date(Date.UTC(2015, 0, 5 + index)).toISOString().slice(0, 10);
  return {
    path: `${String(index).padStart(5, "0")}.${dress === "markdown" ? "md" : "txt"}`,
    text: DRESS_UP[dress](title, date, parts),
    dress,
    title,
    date,
    attended: dress === "stand-up" ? [] : parts.map(({ person }) => person),
    affiliations: parts.map(({ person, body }) => [person, body]),
    works: parts.map(({ person, matter }) => [person, matter]),
    promises: parts.map(({ person, next }) => [person, next]),
  };
}

/** Four to seven people with distinct given names, family names and matters. */
function invite(random: () => number): Part[] {
  const given = shuffle(GIVEN, random);
  const family = shuffle(FAMILY, random);
  const matters = shuffle(
    FIRST.flatMap((first) => SECOND.map((second) => `${first} ${second}`)),
    random,
  );
  return Array.from({ length: 4 + Math.floor(random() * 4) }, (_, place) => ({
    person: `${given[place] ?? ""} ${family[place] ?? ""}`,
    body: pick(BODIES, random),
    matter: matters[2 * place] ?? "",
    next: matters[2 * place + 1] ?? "",
  }));
}

const short = ({ person }: Part): string => person.slice(0, person.indexOf(" "));
const list = (parts: readonly Part[], line: (part: Part) => string): string => parts.map(line).join("\n");

const DRESS_UP: Record<Dress, (title: string, date: string, parts: readonly Part[]) => string> = {
  plain: (title, date, parts) => `${title}, ${date}

Attendees:
${list(parts, ({ person, body }) => `- ${person} (${body})`)}

Minutes:
- Status updates
${list(parts, (part) => `  * ${short(part)} is working on the ${part.matter}.\n  * ${short(part)} will review the ${part.next}.`)}
`,
  markdown: (title, date, parts) => `# ${title} ${date}

**Attendees:** ${parts.map(({ person, body }) => `${person} (${body})`).join(", ")}

## Updates
${list(parts, (part) => `- ${short(part)} is working on the [${part.matter}](https://example.org/${part.matter.replace(" ", "-")})`)}

## Action items
${list(parts, (part) => `- [ ] ${short(part)}: review the ${part.next}`)}
`,
  "stand-up": (title, date, parts) => `${title} ${date}

${parts
  .map(
    ({ person, body, matter, next }) =>
      `${person} (${body})\n  - Working on the ${matter}\n  - Next: ${next}\n`,
  )
  .join("\n")}`,
  board: (title, date, parts) => `${title}, ${date}

Present:
${list(parts, ({ person, body }) => `   ${person}, ${body}`)}

1. Reports

${list(parts, (part) => `   ${short(part)} presented the ${part.matter}.\n   ACTION: ${short(part)} to review the ${part.next}.`)}
`,
  mail: (title, date, parts) => `From: Karl Lund <karl@lists.example>
Date: ${new Date(`${date}T16:00:00Z`).toUTCString().replace("GMT", "+0000")}
Subject: [minutes] ${title}, ${date}
Message-ID: <${date}@lists.example>

Attendees:
${list(parts, ({ person, body }) => `- ${person} (${body})`)}

Notes:
${list(parts, (part) => `- ${short(part)} is working on the ${part.matter}.\n- ${short(part)} will review the ${part.next}.`)}

-- 
Karl
`,
};

function pick<Value>(values: readonly Value[], random: () => number): Value {
  return values[Math.floor(random() * values.length)] as Value;
}

function shuffle<Value>(values: readonly Value[], random: () => number): Value[] {
  return values
    .map((value) => ({ value, order: random() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ value }) => value);
}

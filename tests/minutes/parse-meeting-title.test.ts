import { expect, test } from "vitest";
import { buildMinutes } from "../build/build-minutes.ts";

/** The titles of the meetings that one file tells of, with their other names. */
async function readTitles(path: string, text: string): Promise<{ label: string; aliases: string[] }[]> {
  const graph = await buildMinutes({ [path]: text });
  return graph
    .mapNodes((_, { kind, label, aliases }) => ({ kind, label, aliases }))
    .filter(({ kind }) => kind === "meeting")
    .map(({ label, aliases }) => ({ label, aliases }));
}

const BODY =
  "\n\nAttendees: Mira Holm (Quarrysoft), Oto Brandl\n\n- Mira is working on the tide scheduler.\n";

test.each([
  ["a greeting is no title", "harbour-sync.txt", "Hello,", "harbour sync"],
  ["a greeting to many is none either", "harbour-sync.txt", "Hi everybody!", "harbour sync"],
  ["an address is no title", "harbour-sync.txt", "https://example.org/notes", "harbour sync"],
  ["a short address is none either", "harbour-sync.txt", "http://go/harbour-notes", "harbour sync"],
  ["the medium alone is no title", "a.txt", "IRC meeting summary for 2015-11-19", "IRC meeting summary"],
  ["how often alone is no title", "a.txt", "Weekly meeting notes 2015-11-19", "Weekly meeting notes"],
  [
    "words for minutes are left out where a name is left",
    "a.txt",
    "Harbour meeting notes 2015-11-19",
    "Harbour",
  ],
  ["a list's tag is one where nothing else is", "a.txt", "[harbour-wg] Minutes, 18 Nov 2015", "harbour-wg"],
  ["a day's own goes with it", "a.txt", "Notes from Thursday's harbour call", "harbour call"],
  ["results can be what a group is about", "a.txt", "Tides & Results WG, 2015-11-19", "Tides & Results WG"],
  [
    "who takes notes below is no part of it",
    "a.txt",
    "Harbour standup, Wed 18.11.2015\nnotes: Oto",
    "Harbour standup",
  ],
])("%s", async (_, path, line, title) => {
  expect(await readTitles(path, line + BODY)).toEqual([expect.objectContaining({ label: title })]);
});

test("a title that is not in the text has no letter of the text as another name", async () => {
  expect(await readTitles("harbour-sync.txt", `Hello,${BODY}`)).toEqual([
    { label: "harbour sync", aliases: [] },
  ]);
});

test.each([
  ["the first day of several is the meeting's", "Harbour meeting 12 - 14 May 2023", "2023-05-12"],
  [
    "which day of a meeting it was is no day of the month",
    "Harbour meeting, day 1 – 19 July 2023",
    "2023-07-19",
  ],
  [
    "how long something took is no date",
    "Harbour retreat, April 2024\n\nThe crane in the marina was red for 3 weeks.",
    undefined,
  ],
])("%s", async (_, title, date) => {
  const graph = await buildMinutes({ "a.md": `# ${title}${BODY}` });
  const dates = graph.mapNodes((__, node) => (node.kind === "meeting" ? node.date : undefined));
  expect(dates.filter(Boolean)).toEqual(date === undefined ? [] : [date]);
});

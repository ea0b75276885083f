import { createRandom } from "../../src/graph/create-random.ts";
import type { Statement, TestMeeting } from "./create-test-graph.ts";

export const MEETINGS = 24;
const PEOPLE = ["Ada", "Ben", "Cleo", "Dan", "Eve", "Finn"];
const ORGANISATIONS = ["Mill", "Quarry", "Harbour"];
const TOPICS = ["Roof", "Well", "Bridge", "Gate", "Tower", "Road", "Wall", "Barn"];

/** What is true of the series, because it was made so; meetings are numbered from 0. */
export interface SeriesTruth {
  /** By topic: who works on it at every meeting that it comes up at, and who speaks of it once. */
  owners: Map<string, { owner: string; speaker: string }>;
  /** By topic: the meetings at which it comes up, in stretches without a gap; each gap is longer than three. */
  stretches: Map<string, { from: number; to: number }[]>;
  /** Who is with which organisation until a meeting, and with which from it on. */
  moves: { person: string; from: string; to: string; at: number }[];
  /** Who promised what when, and at which meeting it was done; absent where it never was. */
  promises: { person: string; topic: string; at: number; keptAt?: number }[];
}

export interface Series {
  meetings: TestMeeting[];
  truth: SeriesTruth;
}

/** Two years of monthly meetings on which people change companies, topics close and reopen, and promises are kept or broken. */
export function generateSeries(seed: number): Series {
  const random = createRandom(seed);
  const pick = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const choose = <T>(list: readonly T[]): T => list[pick(0, list.length - 1)] as T;
  const truth: SeriesTruth = { owners: new Map(), stretches: new Map(), moves: [], promises: [] };
  for (const topic of TOPICS) {
    const owner = choose(PEOPLE);
    truth.owners.set(topic, { owner, speaker: choose(PEOPLE.filter((person) => person !== owner)) });
    const first = { from: pick(0, 6), to: pick(7, 10) };
    const again = { from: pick(15, 17), to: pick(18, 20) };
    truth.stretches.set(topic, random() < 0.5 ? [first] : [first, again]);
  }
  for (const person of PEOPLE.slice(0, 3)) {
    const from = choose(ORGANISATIONS);
    const to = choose(ORGANISATIONS.filter((organisation) => organisation !== from));
    truth.moves.push({ person, from, to, at: pick(3, 20) });
  }
  for (const topic of TOPICS) {
    const { owner: person } = truth.owners.get(topic) ?? { owner: "" };
    const { from: at = 0, to = 0 } = truth.stretches.get(topic)?.[0] ?? {};
    truth.promises.push({ person, topic, at, ...(random() < 0.5 ? { keptAt: to } : {}) });
  }
  return { meetings: Array.from({ length: MEETINGS }, (_, number) => tell(truth, number)), truth };
}

/** The date of a meeting, ISO 8601. */
export function dateOf(number: number): string {
  return new Date(Date.UTC(2020, number, 7)).toISOString().slice(0, 10);
}

function tell(truth: SeriesTruth, number: number): TestMeeting {
  const meeting = `meeting:${dateOf(number)} Call`;
  const attendance = PEOPLE.map((person): Statement => ({
    from: `person:${person}`,
    relation: "attended",
    to: meeting,
  }));
  const moves = truth.moves.map(({ person, from, to, at }): Statement => ({
    from: `person:${person}`,
    relation: "affiliated_with",
    to: `organisation:${number < at ? from : to}`,
  }));
  const work = TOPICS.flatMap((topic) => tellTopic(truth, topic, number));
  return { date: dateOf(number), statements: [...attendance, ...moves, ...work] };
}

function tellTopic({ owners, stretches, promises }: SeriesTruth, topic: string, number: number): Statement[] {
  const { owner, speaker } = owners.get(topic) ?? { owner: "", speaker: "" };
  const own = stretches.get(topic) ?? [];
  if (!own.some(({ from, to }) => from <= number && number <= to)) return [];
  const kept = promises.some((promise) => promise.topic === topic && promise.keptAt === number);
  const promised = promises.some((promise) => promise.topic === topic && promise.at === number);
  const [from, to] = [`person:${owner}`, `topic:${topic}`];
  const statements: Statement[] = [{ from, relation: "works_on", to, status: kept ? "done" : "ongoing" }];
  if (promised) statements.push({ from, relation: "committed_to", to, modality: "planned" });
  if (own[0]?.from === number) statements.push({ from: `person:${speaker}`, relation: "discussed", to });
  return statements;
}

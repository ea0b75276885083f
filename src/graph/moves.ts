import { findAffiliations } from "./affiliations.ts";
import type { Citation } from "./citation.ts";
import { compareCodeUnits } from "./compare-code-units.ts";
import { isInPeriod, type Period } from "./period.ts";
import type { QueryIndex } from "./query-index.ts";

/** A day on which the minutes name other organisations of a person than they did before. */
export interface Move {
  person: string;
  /** The organisations that are named no more, and those that were not named before. */
  left: string[];
  joined: string[];
  /** When the minutes first say so, ISO 8601. */
  date: string;
  /** The sentences that name the new organisations; where there are none, those that name what stayed. */
  citations: Citation[];
}

export interface MoveOptions {
  period?: Period;
  /** Only who left or joined this organisation. */
  organisation?: string;
}

/** Who went from one organisation to another, the latest first. Cost of the first call: linear in the affiliations. */
export function findMoves(index: QueryIndex, { period = {}, organisation }: MoveOptions = {}): Move[] {
  let known = moves.get(index);
  if (!known) moves.set(index, (known = listAllMoves(index)));
  return known.filter(({ date, left, joined }) => {
    const isAbout =
      organisation === undefined || left.includes(organisation) || joined.includes(organisation);
    return isAbout && isInPeriod(date, period);
  });
}

const moves = new WeakMap<QueryIndex, readonly Move[]>();

function listAllMoves(index: QueryIndex): Move[] {
  return index.graph
    .filterNodes((_, { kind }) => kind === "person")
    .flatMap((person) => listMoves(index, person))
    .sort((a, b) => compareCodeUnits(b.date, a.date) || compareCodeUnits(a.person, b.person));
}

function listMoves(index: QueryIndex, person: string): Move[] {
  const stays = findAffiliations(index, person);
  if (stays.length < 2) return [];
  const days = new Map<string, Citation[]>();
  for (const { citations } of stays)
    for (const citation of citations) days.set(citation.date, [...(days.get(citation.date) ?? []), citation]);
  const dated = [...days].filter(([date]) => date).sort(([a], [b]) => compareCodeUnits(a, b));
  const found: Move[] = [];
  let before: readonly string[] | undefined;
  for (const [date, citations] of dated) {
    const now = [...new Set(citations.map(({ target }) => target))].sort();
    const left = (before ?? now).filter((organisation) => !now.includes(organisation));
    const joined = now.filter((organisation) => !(before ?? now).includes(organisation));
    const telling = joined.length > 0 ? citations.filter(({ target }) => joined.includes(target)) : citations;
    if (left.length + joined.length > 0) found.push({ person, left, joined, date, citations: telling });
    before = now;
  }
  return found;
}

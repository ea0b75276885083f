import type { QueryIndex } from "../../graph/query-index.ts";
import { suggestQuestions } from "../../graph/suggest-questions.ts";
import type { Search, SearchHit } from "./search.ts";

/** What the search box offers: a node, or a question to ask. */
export type Option = SearchHit | { question: string };

const QUESTION = /^(?:who|what|how|when|which|where|is|are|did|does)\b/i;

/**
 * Names first, then questions about them; the other way round for what begins as a question. Yields often.
 * @param index what questions are answered from; without it none are offered
 */
export function* listOptions(
  search: Search,
  index: QueryIndex | undefined,
  query: string,
): Generator<void, Option[]> {
  if (query.trim() === "") return [];
  const hits = yield* search(query, 7);
  if (!index) return hits;
  const questions = suggestQuestions(index, query, 5).map((question) => ({ question }));
  return QUESTION.test(query.trim()) ? [...questions, ...hits] : [...hits, ...questions];
}

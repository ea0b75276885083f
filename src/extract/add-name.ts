import type { NodeKind } from "../model/schema.ts";
import type { Lexicon } from "./annotate.ts";
import type { Token } from "./tokens.ts";
import { isFunctionWord, isOrdinaryWord } from "./vocabulary.ts";
import { judgeOnce } from "./words.ts";

/** Makes a name of the document's own known, unless something else is known by it. */
export function addName(lexicon: Lexicon, kind: NodeKind, name: string, rule: string): void {
  if (lexicon.gazetteer.find(name) || lexicon.names.find(name) || lexicon.people.find(name)) return;
  lexicon.names.add(name, { kind, name, rule }, isOrdinaryWord(name.toLowerCase()) || name.length <= 3);
  if (kind === "organisation" && !/\s/.test(name)) lexicon.bodyWords.push(name);
}

/** The words of some tokens, as written. */
export const textOf = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(from, to)
    .reduce((joined, token) => joined + (token.spaced && joined ? " " : "") + token.text, "");

/** A capitalised word that can be a part of a name. */
export const isNameToken = (token: Token | undefined): token is Token =>
  token !== undefined && canBeInName(token);

const canBeInName = judgeOnce(
  ({ lower, word, capital }) => word && capital && !/^https?:/.test(lower) && !isFunctionWord(lower),
);

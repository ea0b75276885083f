import type { Token } from "./tokens.ts";
import { tokenize } from "./tokens.ts";

export interface IndexedName<T> {
  words: readonly string[];
  /** As written, for names that count only so. */
  exact: readonly string[] | undefined;
  value: T;
}

/** Names to be found in tokens: the longest name that starts at a token wins; look-up is constant per token. */
export class NameIndex<T> {
  private readonly byFirst = new Map<string, Bucket<T>>();
  /** A bit for the hash of each first word: most words begin no name, and need not be looked up. */
  private readonly firsts = new Uint32Array(2048);

  add(name: string, value: T, caseSensitive = false): void {
    const tokens = tokenize(name);
    const words = tokens.map((token) => token.lower);
    const first = words[0];
    if (first === undefined) return;
    const { hash } = (tokens[0] as Token).spelling;
    this.firsts[hash >> 5] = (this.firsts[hash >> 5] as number) | (1 << (hash & 31));
    const exact = caseSensitive ? tokens.map((token) => token.text) : undefined;
    const added = { words, exact, value };
    const bucket = this.byFirst.get(first);
    if (!bucket) {
      this.byFirst.set(first, { names: [added], known: undefined, isSorted: true });
      return;
    }
    bucket.known ??= new Set(bucket.names.map(keyOf));
    const key = keyOf(added);
    if (bucket.known.has(key)) return;
    bucket.known.add(key);
    bucket.names.push(added);
    bucket.isSorted = false;
  }

  /** @returns the longest name that starts at `from`, with the index of the token behind it */
  match(tokens: readonly Token[], from: number): { value: T; to: number; exact: boolean } | undefined {
    const token = tokens[from];
    if (token === undefined) return undefined;
    for (const name of this.list(token))
      if (matches(name, tokens, from))
        return { value: name.value, to: from + name.words.length, exact: name.exact !== undefined };
    return undefined;
  }

  find(text: string): T | undefined {
    const tokens = tokenize(text);
    const found = this.match(tokens, 0);
    return found && found.to === tokens.length ? found.value : undefined;
  }

  /** As {@link find}, for a text that is one token. */
  findWord(token: Token): T | undefined {
    return this.list(token).find(
      ({ words, exact }) => words.length === 1 && (!exact || exact[0] === token.text),
    )?.value;
  }

  private list({ lower, spelling: { hash } }: Token): readonly IndexedName<T>[] {
    if ((((this.firsts[hash >> 5] as number) >> (hash & 31)) & 1) === 0) return NONE;
    const bucket = this.byFirst.get(lower);
    if (!bucket) return NONE;
    if (!bucket.isSorted) {
      bucket.names.sort(
        (a, b) => b.words.length - a.words.length || Number(Boolean(b.exact)) - Number(Boolean(a.exact)),
      );
      bucket.isSorted = true;
    }
    return bucket.names;
  }
}

const NONE: readonly never[] = [];

/** The names that begin with one word; sorted when they are first asked for. */
interface Bucket<T> {
  names: IndexedName<T>[];
  /** Their keys, once there is more than one. */
  known: Set<string> | undefined;
  isSorted: boolean;
}

const keyOf = ({ words, exact }: IndexedName<unknown>): string =>
  `${words.join(" ")}\n${exact?.join(" ") ?? ""}`;

function matches<T>(name: IndexedName<T>, tokens: readonly Token[], from: number): boolean {
  for (let i = 0; i < name.words.length; i++) {
    const token = tokens[from + i];
    if (!token || token.lower !== name.words[i]) return false;
    if (name.exact && token.text !== name.exact[i]) return false;
  }
  return true;
}

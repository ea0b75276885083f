import type { Token } from "./tokens.ts";
import { tokenize } from "./tokens.ts";

interface IndexedName<T> {
  tokens: readonly Token[];
  /** Whether it counts only as written. */
  isExact: boolean;
  value: T;
}

/** Names to be found in tokens: the longest name that starts at a token wins; look-up is constant per token. */
export class NameIndex<T> {
  private readonly byFirst = new Map<string, Bucket<T>>();
  /** A bit for the hash of each first word: most words begin no name, and need not be looked up. */
  private readonly firsts = new Uint32Array(2048);

  add(name: string, value: T, caseSensitive = false): void {
    const tokens = tokenize(name);
    const [first] = tokens;
    if (first === undefined) return;
    const { hash } = first.spelling;
    this.firsts[hash >> 5] = (this.firsts[hash >> 5] as number) | (1 << (hash & 31));
    const added = { tokens, isExact: caseSensitive, value };
    const bucket = this.byFirst.get(first.lower);
    if (!bucket) {
      this.byFirst.set(first.lower, { names: [added], known: undefined, isSorted: true });
      return;
    }
    if (has(bucket, added)) return;
    bucket.names.push(added);
    bucket.isSorted = false;
  }

  /** @returns the longest name that starts at `from`, with the index of the token behind it */
  match(tokens: readonly Token[], from: number): { value: T; to: number; exact: boolean } | undefined {
    const token = tokens[from];
    if (token === undefined) return undefined;
    for (const name of this.list(token))
      if (matches(name, tokens, from))
        return { value: name.value, to: from + name.tokens.length, exact: name.isExact };
    return undefined;
  }

  find(text: string): T | undefined {
    const tokens = tokenize(text);
    if (tokens.length === 1) return this.findWord(tokens[0] as Token);
    const found = this.match(tokens, 0);
    return found && found.to === tokens.length ? found.value : undefined;
  }

  /** As {@link find}, for a text that is one token. */
  findWord(token: Token): T | undefined {
    for (const { tokens, isExact, value } of this.list(token))
      if (tokens.length === 1 && (!isExact || tokens[0]?.text === token.text)) return value;
    return undefined;
  }

  private list({ lower, spelling: { hash } }: Token): readonly IndexedName<T>[] {
    if ((((this.firsts[hash >> 5] as number) >> (hash & 31)) & 1) === 0) return NONE;
    const bucket = this.byFirst.get(lower);
    if (!bucket) return NONE;
    if (!bucket.isSorted) {
      bucket.names.sort((a, b) => b.tokens.length - a.tokens.length || Number(b.isExact) - Number(a.isExact));
      bucket.isSorted = true;
    }
    return bucket.names;
  }
}

const NONE: readonly never[] = [];

/** The names that begin with one word; sorted when they are first asked for. */
interface Bucket<T> {
  names: IndexedName<T>[];
  /** Their keys, once there are more than a few. */
  known: Set<string> | undefined;
  isSorted: boolean;
}

/** Whether a bucket has the name, whatever it means there. */
function has(bucket: Bucket<unknown>, name: IndexedName<unknown>): boolean {
  if (bucket.names.length <= FEW) return bucket.names.some((other) => isSame(other, name));
  bucket.known ??= new Set(bucket.names.map(keyOf));
  const key = keyOf(name);
  if (bucket.known.has(key)) return true;
  bucket.known.add(key);
  return false;
}

const FEW = 6;

function isSame(a: IndexedName<unknown>, b: IndexedName<unknown>): boolean {
  return a.isExact === b.isExact && a.tokens.length === b.tokens.length && matches(a, b.tokens, 0);
}

const keyOf = ({ tokens, isExact }: IndexedName<unknown>): string =>
  tokens.map(({ lower, text }) => (isExact ? `${lower}\n${text}` : lower)).join(" ");

function matches<T>(name: IndexedName<T>, tokens: readonly Token[], from: number): boolean {
  for (let i = 0; i < name.tokens.length; i++) {
    const [token, own] = [tokens[from + i], name.tokens[i] as Token];
    if (!token || token.lower !== own.lower) return false;
    if (name.isExact && token.text !== own.text) return false;
  }
  return true;
}

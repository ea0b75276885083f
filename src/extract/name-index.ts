import type { Token } from "./tokens.ts";
import { tokenize } from "./tokens.ts";

export interface IndexedName<T> {
  words: readonly string[];
  /** As written, for names that count only so. */
  exact?: readonly string[];
  value: T;
}

/** Names to be found in tokens: the longest name that starts at a token wins; look-up is constant per token. */
export class NameIndex<T> {
  private readonly byFirst = new Map<string, IndexedName<T>[]>();

  add(name: string, value: T, caseSensitive = false): void {
    const tokens = tokenize(name);
    const words = tokens.map((token) => token.lower);
    const first = words[0];
    if (first === undefined) return;
    const list = this.byFirst.get(first) ?? [];
    const entry: IndexedName<T> = {
      words,
      value,
      ...(caseSensitive ? { exact: tokens.map((token) => token.text) } : {}),
    };
    if (
      list.some(
        (other) =>
          other.words.join(" ") === words.join(" ") && other.exact?.join(" ") === entry.exact?.join(" "),
      )
    )
      return;
    list.push(entry);
    list.sort(
      (a, b) => b.words.length - a.words.length || Number(Boolean(b.exact)) - Number(Boolean(a.exact)),
    );
    this.byFirst.set(first, list);
  }

  /** @returns the longest name that starts at `from`, with the index of the token behind it */
  match(tokens: readonly Token[], from: number): { value: T; to: number; exact: boolean } | undefined {
    const list = this.byFirst.get(tokens[from]?.lower ?? "");
    if (!list) return undefined;
    for (const name of list)
      if (matches(name, tokens, from))
        return { value: name.value, to: from + name.words.length, exact: name.exact !== undefined };
    return undefined;
  }

  find(text: string): T | undefined {
    const tokens = tokenize(text);
    const found = this.match(tokens, 0);
    return found && found.to === tokens.length ? found.value : undefined;
  }
}

function matches<T>(name: IndexedName<T>, tokens: readonly Token[], from: number): boolean {
  for (let i = 0; i < name.words.length; i++) {
    const token = tokens[from + i];
    if (!token || token.lower !== name.words[i]) return false;
    if (name.exact && token.text !== name.exact[i]) return false;
  }
  return true;
}

/**
 * All keys of a graph as a set, without a copy of them.
 * @param list the keys, in the graph's order
 */
export class EveryKey implements ReadonlySet<string> {
  constructor(
    readonly size: number,
    readonly has: (key: string) => boolean,
    private readonly list: () => string[],
  ) {}

  forEach(visit: (key: string, again: string, set: ReadonlySet<string>) => void): void {
    for (const key of this.list()) visit(key, key, this);
  }

  *entries(): SetIterator<[string, string]> {
    for (const key of this.list()) yield [key, key];
  }

  keys(): SetIterator<string> {
    return this.values();
  }

  *values(): SetIterator<string> {
    yield* this.list();
  }

  [Symbol.iterator](): SetIterator<string> {
    return this.values();
  }
}

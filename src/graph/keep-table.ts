import type { QueryIndex } from "./query-index.ts";
import { runThrough } from "./run-through.ts";

/** Something that is worked out once of each graph. */
export interface KeptTable<Table> {
  /** Made at the first call. */
  get(this: void, index: QueryIndex): Table;
  /** The same a little at a time: yields often, for whoever has something else to do as well. */
  prepare(this: void, index: QueryIndex): Generator<void, Table>;
}

/** Keeps what is made of an index as long as the index is there. */
export function keepTable<Table extends object>(
  create: (index: QueryIndex) => Generator<void, Table>,
): KeptTable<Table> {
  const tables = new WeakMap<QueryIndex, Table>();
  function* prepare(index: QueryIndex): Generator<void, Table> {
    const table = tables.get(index) ?? (yield* create(index));
    tables.set(index, table);
    return table;
  }
  return { prepare, get: (index) => tables.get(index) ?? runThrough(prepare(index)) };
}

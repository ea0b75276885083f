import "./columns-dialog.css";
import { useEffect, useRef, useState } from "preact/hooks";
import type { CsvColumns, CsvRole, CsvSample } from "../../formats/read-csv.ts";
import type { ColumnsQuestion } from "./data-sets.ts";

/** What the columns of a table can be, by what its rows are; the first ones are needed. */
const ROLES = {
  nodes: { id: "Id", label: "Name", kind: "Kind", aliases: "Other names", date: "Date", x: "x", y: "y" },
  links: {
    source: "From",
    target: "To",
    relation: "Relation",
    weight: "Weight",
    date: "Date",
    sentences: "Sentences",
  },
} as const satisfies Record<string, Partial<Record<CsvRole, string>>>;
const NEEDED: Readonly<Record<Rows, readonly CsvRole[]>> = { nodes: ["id"], links: ["source", "target"] };

type Rows = keyof typeof ROLES;

interface Choice {
  rows: Rows;
  columns: CsvColumns;
}

/** Asks which column of a table is what, as far as its head does not say it in our own words. */
export function ColumnsDialog({ question: { tables, answer } }: { question: ColumnsQuestion }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [choices, setChoices] = useState(() => tables.map(({ columns }) => guess(columns)));
  useEffect(() => dialog.current?.showModal(), []);
  const isComplete = choices.every(({ rows, columns }) =>
    NEEDED[rows].every((role) => columns[role] !== undefined),
  );
  const submit = (event: Event): void => {
    event.preventDefault();
    answer(choices.map(limitToRows));
  };
  return (
    <dialog
      ref={dialog}
      class="open-dialog columns-dialog"
      aria-labelledby="columns-title"
      onCancel={() => answer(undefined)}
    >
      <h2 id="columns-title">Which column is what?</h2>
      <form onSubmit={submit}>
        {tables.map((table, place) => (
          <Table
            key={table.path}
            table={table}
            choice={choices[place] ?? guess(table.columns)}
            onChoose={(choice) => setChoices(choices.with(place, choice))}
          />
        ))}
        {!isComplete && <p role="status">A link needs two ends, and a node an id.</p>}
        <div class="open-actions">
          <button type="button" class="button" onClick={() => answer(undefined)}>
            Cancel
          </button>
          <button type="submit" class="button is-primary" disabled={!isComplete}>
            Open
          </button>
        </div>
      </form>
    </dialog>
  );
}

function guess(columns: CsvColumns): Choice {
  return { rows: columns.source !== undefined && columns.target !== undefined ? "links" : "nodes", columns };
}

/** A table with both ends of links is one of links: what it does not stand for must not be told. */
function limitToRows({ rows, columns }: Choice): CsvColumns {
  const roles = Object.keys(ROLES[rows]) as CsvRole[];
  return Object.fromEntries(
    roles.flatMap((role) => (columns[role] === undefined ? [] : [[role, columns[role]]])),
  );
}

interface TableProps {
  table: CsvSample;
  choice: Choice;
  onChoose(this: void, choice: Choice): void;
}

function Table({ table: { path, head, first }, choice, onChoose }: TableProps) {
  const { rows, columns } = choice;
  const choose = (role: CsvRole, value: string): void => {
    const next = { ...columns };
    if (value === "") delete next[role];
    else next[role] = Number(value);
    onChoose({ rows, columns: next });
  };
  return (
    <fieldset class="columns-table">
      <legend>{path}</legend>
      <label>
        Each row is
        <select
          value={rows}
          onChange={(event) => onChoose({ columns, rows: event.currentTarget.value as Rows })}
        >
          <option value="nodes">a node</option>
          <option value="links">a link</option>
        </select>
      </label>
      {(Object.entries(ROLES[rows]) as [CsvRole, string][]).map(([role, name]) => (
        <label key={role}>
          {name}
          <select
            value={columns[role] === undefined ? "" : String(columns[role])}
            required={NEEDED[rows].includes(role)}
            onChange={(event) => choose(role, event.currentTarget.value)}
          >
            <option value="">–</option>
            {head.map((title, place) => (
              <option key={place} value={String(place)}>
                {describeColumn(title, place, first)}
              </option>
            ))}
          </select>
        </label>
      ))}
    </fieldset>
  );
}

/** A column's title with what stands below it. */
function describeColumn(title: string, place: number, first: readonly string[]): string {
  const example = (first[place] ?? "").slice(0, 24);
  return `${title.slice(0, 40) || `Column ${place + 1}`}${example ? ` (${example})` : ""}`;
}

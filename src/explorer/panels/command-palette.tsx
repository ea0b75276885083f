import MiniSearch from "minisearch";
import { useEffect, useId, useMemo, useRef, useState } from "preact/hooks";
import { foldName } from "../../model/node-key.ts";
import { type Action, type ActionContext, describeKey } from "../actions/action.ts";
import { ACTIONS } from "../actions/actions.ts";
import "./command-palette.css";

/** Every action that is possible now, found by what is typed, each with its key. */
export function CommandPalette({ context, onClose }: { context: ActionContext; onClose(this: void): void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState(0);
  const list = useId();
  const possible = useMemo(() => listPossible(context), [context]);
  const find = useMemo(() => createFinder(possible), [possible]);
  const found = query.trim() === "" ? possible : find(query);
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    document.getElementById(`${list}-${chosen}`)?.scrollIntoView({ block: "nearest" });
  }, [list, chosen]);

  // The event that tells of the close comes late: a key pressed before it would be lost.
  const isClosed = useRef(false);
  const close = (): void => {
    if (isClosed.current) return;
    isClosed.current = true;
    dialog.current?.close();
    onClose();
  };
  const run = (action: Action | undefined): void => {
    if (!action) return;
    close();
    // By then the focus is back where it was.
    setTimeout(() => action.run(context));
  };
  const pressKey = (event: KeyboardEvent): void => {
    if (event.key === "ArrowDown") setChosen((chosen + 1) % Math.max(1, found.length));
    else if (event.key === "ArrowUp") setChosen((chosen - 1 + found.length) % Math.max(1, found.length));
    else if (event.key === "Enter") run(found[chosen]);
    else return;
    event.preventDefault();
  };
  return (
    <dialog
      ref={dialog}
      class="palette"
      aria-label="Every action"
      onClose={close}
      onPointerDown={(event) => {
        if (event.target === dialog.current) close();
      }}
    >
      <input
        type="text"
        role="combobox"
        aria-label="Find an action"
        aria-expanded="true"
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={found[chosen] ? `${list}-${chosen}` : undefined}
        autocomplete="off"
        spellcheck={false}
        placeholder="What do you want to do?"
        value={query}
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={pressKey}
      />
      <ul id={list} role="listbox" aria-label="Actions">
        {found.map((action, index) => (
          <li
            key={action.id}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === chosen}
            onPointerUp={() => run(action)}
            onPointerMove={() => setChosen(index)}
          >
            <span>{action.title}</span>
            <small>{action.group}</small>
            {action.keys?.[0] !== undefined && <kbd>{describeKey(action.keys[0])}</kbd>}
          </li>
        ))}
      </ul>
      {found.length === 0 && (
        <p class="palette-none" role="status">
          No action is called that.
        </p>
      )}
    </dialog>
  );
}

function listPossible(context: ActionContext): Action[] {
  const own = ACTIONS.filter(({ id, isPossible }) => id !== "palette" && (isPossible?.(context) ?? true));
  return [...own, ...listDataSets(context)];
}

function listDataSets({ sets }: ActionContext): Action[] {
  const others = sets.saved.peek().filter(({ id }) => id !== sets.current.peek());
  return others.map(({ id, name }) => ({
    id: `data-set-${id}`,
    title: `Open ${name}`,
    group: "Kept graphs",
    run: () => void sets.select(id),
  }));
}

/** Finds by beginnings of words, and with a slip of the finger. */
function createFinder(actions: readonly Action[]): (query: string) => Action[] {
  const index = new MiniSearch<Action>({
    fields: ["title", "group"],
    processTerm: (term) => foldName(term) || null,
    tokenize: (text) => text.split(/[^\p{L}\p{N}]+/u),
    searchOptions: { prefix: true, fuzzy: 0.3, boost: { title: 3 }, combineWith: "AND" },
  });
  index.addAll(actions);
  const byId = new Map(actions.map((action) => [action.id, action]));
  return (query) => index.search(query).flatMap(({ id }) => byId.get(id as string) ?? []);
}

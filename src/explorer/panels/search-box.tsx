import { useEffect, useId, useRef, useState } from "preact/hooks";
import { KINDS } from "../../model/schema.ts";
import type { ExplorerStore } from "../store/explorer-store.ts";
import type { listOptions as List, Option } from "../store/list-options.ts";
import type { SearchHit } from "../store/search.ts";
import { Icon } from "./icon.tsx";
import { KindMark } from "./kind-mark.tsx";
import { useSlices } from "./use-slices.ts";

/** Finds a node by its name, an alias or something like it, and asks questions; Enter goes there. */
export function SearchBox({ store }: { store: ExplorerStore }) {
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const list = useId();
  const { options, isReady } = useOptions(store, query);
  const [isEntered, setEntered] = useState(false);
  const showsHits = isOpen && query.trim() !== "";

  const choose = (option: Option | undefined): void => {
    if (query.trim() === "") return;
    if (option && "node" in option) store.goTo(option.node);
    else store.ask(option?.question ?? query.trim());
    setQuery("");
    setOpen(false);
    setEntered(false);
    input.current?.blur();
  };
  // Who presses Enter before there is an answer means what comes.
  useEffect(() => {
    if (isEntered && isReady) choose(options[chosen]);
  }, [isEntered, isReady]);
  const pressKey = (event: KeyboardEvent): void => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const by = event.key === "ArrowDown" ? 1 : -1;
      setChosen((chosen + by + options.length) % Math.max(options.length, 1));
      setOpen(true);
    } else if (event.key === "Enter") {
      if (isReady) choose(options[chosen]);
      else setEntered(true);
    } else if (event.key === "Escape") {
      if (query === "") input.current?.blur();
      setQuery("");
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div class="search" role="search">
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label="Search people, organisations, projects and topics, or ask a question"
        aria-expanded={showsHits && options.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={showsHits && options[chosen] ? `${list}-${chosen}` : undefined}
        autocomplete="off"
        spellcheck={false}
        placeholder="Find a name, or ask who works on…"
        data-search
        value={query}
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setChosen(0);
          setOpen(true);
          setEntered(false);
        }}
        onKeyDown={pressKey}
        onFocus={() => {
          setOpen(true);
          prepare(store);
        }}
        onBlur={() => setOpen(false)}
      />
      <Icon name="search" />
      {query === "" && <kbd aria-hidden="true">/</kbd>}
      <ul
        id={list}
        class="search-hits"
        role="listbox"
        aria-label="Found"
        hidden={!showsHits || options.length === 0}
      >
        {options.map((option, index) => (
          <li
            key={"node" in option ? option.node : option.question}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === chosen}
            onPointerDown={(event) => {
              event.preventDefault();
              choose(option);
            }}
            onPointerMove={() => setChosen(index)}
          >
            {"node" in option ? <Found hit={option} /> : <Asked question={option.question} />}
          </li>
        ))}
      </ul>
      <p class="search-none" role="status">
        {showsHits && options.length === 0 && (
          <span>{isReady ? "Nothing of that name; Enter asks it as a question" : "Searching…"}</span>
        )}
      </p>
    </div>
  );
}

const NONE: readonly Option[] = [];
const loadOptions = async () => (await import("../store/list-options.ts")).listOptions;

/** Names first, since they are asked for more often; without a connection the next word tries again. */
function prepare(store: ExplorerStore): void {
  store
    .prepareSearch()
    .then(() => store.prepareQuestions())
    .catch(() => undefined);
}

/** What is offered for a query, and whether it is for this one already; names are made findable once they are needed. */
function useOptions(store: ExplorerStore, query: string): { options: readonly Option[]; isReady: boolean } {
  const graph = store.graph.value;
  const search = store.search.value;
  const [loaded, setLoaded] = useState<{ list: typeof List }>();
  const isWanted = query !== "";
  const index = store.questions.value;
  useEffect(() => {
    if (!isWanted) return;
    prepare(store);
    loadOptions().then(
      (list) => setLoaded({ list }),
      () => undefined,
    );
  }, [store, graph, isWanted]);
  const list = loaded?.list;
  const canSearch = search !== undefined && list !== undefined;
  const isWhole = index !== undefined || !store.isSmall.value;
  const { result, isCurrent } = useSlices(
    search,
    () => (canSearch ? list(search, index, query) : giveNone()),
    [list, index, query],
  );
  return { options: result ?? NONE, isReady: canSearch && isCurrent && isWhole };
}

// oxlint-disable-next-line require-yield
function* giveNone(): Generator<void, readonly Option[]> {
  return NONE;
}

function Found({ hit }: { hit: SearchHit }) {
  return (
    <>
      <KindMark kind={hit.kind} />
      <span>{hit.label}</span>
      <small>{hit.alias === undefined ? KINDS[hit.kind].label : `also “${hit.alias}”`}</small>
    </>
  );
}

function Asked({ question }: { question: string }) {
  return (
    <>
      <span class="search-question" aria-hidden="true">
        ?
      </span>
      <span>{question}</span>
      <small>Question</small>
    </>
  );
}

import { useId, useRef, useState } from "preact/hooks";
import { suggestQuestions } from "../../graph/suggest-questions.ts";
import { KINDS } from "../../model/schema.ts";
import type { ExplorerStore } from "../store/explorer-store.ts";
import type { SearchHit } from "../store/search.ts";
import { Icon } from "./icon.tsx";
import { KindMark } from "./kind-mark.tsx";

/** Finds a node by its name, an alias or something like it, and asks questions; Enter goes there. */
export function SearchBox({ store }: { store: ExplorerStore }) {
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const list = useId();
  const options = listOptions(store, query);
  const showsHits = isOpen && query.trim() !== "";

  const choose = (option: Option | undefined): void => {
    if (query.trim() === "") return;
    if (option && "node" in option) store.goTo(option.node);
    else store.ask(option?.question ?? query.trim());
    setQuery("");
    setOpen(false);
    input.current?.blur();
  };
  const pressKey = (event: KeyboardEvent): void => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const by = event.key === "ArrowDown" ? 1 : -1;
      setChosen((chosen + by + options.length) % Math.max(options.length, 1));
      setOpen(true);
    } else if (event.key === "Enter") choose(options[chosen]);
    else if (event.key === "Escape") {
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
        aria-expanded={showsHits}
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
        }}
        onKeyDown={pressKey}
        onFocus={() => {
          setOpen(true);
          void store.prepareQuestions();
        }}
        onBlur={() => setOpen(false)}
      />
      <Icon name="search" />
      {query === "" && <kbd aria-hidden="true">/</kbd>}
      <ul id={list} class="search-hits" role="listbox" aria-label="Found" hidden={!showsHits}>
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
        {options.length === 0 && (
          <li class="search-none">Nothing of that name; Enter asks it as a question</li>
        )}
      </ul>
    </div>
  );
}

type Option = SearchHit | { question: string };

const QUESTION = /^(?:who|what|how|when|which|where|is|are|did|does)\b/i;

/** Names first, then questions about them; the other way round for what begins as a question. */
function listOptions(store: ExplorerStore, query: string): Option[] {
  if (query.trim() === "") return [];
  const hits = store.search.value(query, 7);
  const index = store.questions.value;
  if (!index) return hits;
  const questions = suggestQuestions(index, query, 5).map((question) => ({ question }));
  return QUESTION.test(query.trim()) ? [...questions, ...hits] : [...hits, ...questions];
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

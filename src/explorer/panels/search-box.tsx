import { useId, useRef, useState } from "preact/hooks";
import { KINDS } from "../../model/schema.ts";
import type { ExplorerStore } from "../store/explorer-store.ts";
import type { SearchHit } from "../store/search.ts";
import { KindMark } from "./kind-mark.tsx";

/** Finds a node by its name, an alias or something like it; Enter flies there. */
export function SearchBox({ store }: { store: ExplorerStore }) {
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const list = useId();
  const hits = query.trim() ? store.search.value(query) : [];
  const showsHits = isOpen && query.trim() !== "";

  const choose = (hit: SearchHit | undefined): void => {
    if (!hit) return;
    store.goTo(hit.node);
    setQuery("");
    setOpen(false);
    input.current?.blur();
  };
  const pressKey = (event: KeyboardEvent): void => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const by = event.key === "ArrowDown" ? 1 : -1;
      setChosen((chosen + by + hits.length) % Math.max(hits.length, 1));
      setOpen(true);
    } else if (event.key === "Enter") choose(hits[chosen]);
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
        aria-label="Search people, organisations, projects and topics"
        aria-expanded={showsHits}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={showsHits && hits[chosen] ? `${list}-${chosen}` : undefined}
        autocomplete="off"
        spellcheck={false}
        placeholder="Search a person, topic, company…"
        data-search
        value={query}
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setChosen(0);
          setOpen(true);
        }}
        onKeyDown={pressKey}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
      />
      {query === "" && <kbd aria-hidden="true">/</kbd>}
      <ul id={list} class="search-hits" role="listbox" aria-label="Found" hidden={!showsHits}>
        {hits.map((hit, index) => (
          <li
            key={hit.node}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === chosen}
            onPointerDown={(event) => {
              event.preventDefault();
              choose(hit);
            }}
            onPointerMove={() => setChosen(index)}
          >
            <KindMark kind={hit.kind} />
            <span>{hit.label}</span>
            <small>{hit.alias === undefined ? KINDS[hit.kind].label : `also “${hit.alias}”`}</small>
          </li>
        ))}
        {hits.length === 0 && <li class="search-none">Nothing of that name</li>}
      </ul>
    </div>
  );
}

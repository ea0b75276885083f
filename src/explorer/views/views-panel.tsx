import { useState } from "preact/hooks";
import type { StoredView } from "../../model/graph-attributes.ts";
import type { SavedViews } from "./saved-views.ts";
import "./views-panel.css";
import { Icon } from "../panels/icon.tsx";

/** The views that are kept, with names, captions and their order. */
export function ViewsPanel({ views }: { views: SavedViews }) {
  const [name, setName] = useState("");
  const list = views.list.value;
  return (
    <aside class="card views" aria-label="Saved views">
      <header class="card-header">
        <p class="card-kind">A story in views</p>
        <h2>Saved views</h2>
        <button
          type="button"
          class="card-close"
          aria-label="Close"
          onClick={() => {
            views.isOpen.value = false;
          }}
        >
          <Icon name="close" />
        </button>
        <form
          class="card-tools"
          onSubmit={(event) => {
            event.preventDefault();
            views.add(name);
            setName("");
          }}
        >
          <input
            type="text"
            aria-label="Name of the view"
            placeholder={views.suggestName()}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
          <button type="submit" class="button">
            Keep this view
          </button>
        </form>
        {views.problem.value !== "" && <p role="alert">{views.problem.value}</p>}
      </header>
      <section>
        {list.length === 0 ? (
          <p>
            Keep what you see under a name: filters, selection and all. Several of them, each with a caption,
            make a story, which goes with the page that you share and with the JSON file.
          </p>
        ) : (
          <button type="button" class="button" onClick={() => views.tell()}>
            <Icon name="play" /> Tell the story
          </button>
        )}
        <ol class="views-list">
          {list.map((view, place) => (
            <Entry key={view.id} views={views} view={view} place={place} />
          ))}
        </ol>
      </section>
    </aside>
  );
}

function Entry({ views, view, place }: { views: SavedViews; view: StoredView; place: number }) {
  const { id, name, note } = view;
  return (
    <li aria-current={views.place.value === place ? "step" : undefined}>
      <button type="button" class="card-name" onClick={() => views.show(place)}>
        {place + 1}. {name}
      </button>
      <textarea
        rows={2}
        aria-label={`Caption of ${name}`}
        placeholder="What there is to see"
        value={note}
        onChange={(event) => views.change(id, { note: event.currentTarget.value })}
      />
      <div class="views-tools">
        <button
          type="button"
          class="button"
          aria-label={`Earlier: ${name}`}
          disabled={place === 0}
          onClick={() => views.move(id, -1)}
        >
          <Icon name="up" />
        </button>
        <button
          type="button"
          class="button"
          aria-label={`Later: ${name}`}
          disabled={place === views.list.value.length - 1}
          onClick={() => views.move(id, 1)}
        >
          <Icon name="down" />
        </button>
        <button type="button" class="button" aria-label={`Remove ${name}`} onClick={() => views.remove(id)}>
          Remove
        </button>
      </div>
    </li>
  );
}

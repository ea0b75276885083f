import { describeKey } from "../actions/action.ts";
import type { SavedViews } from "./saved-views.ts";

/** The caption of the view that a story is at, with the ways on and back. */
export function StoryBar({ views }: { views: SavedViews }) {
  const place = views.place.value;
  const list = views.list.value;
  const view = place === undefined ? undefined : list[place];
  if (place === undefined || !view) return null;
  return (
    <section class="story-bar" aria-label="Story">
      <p aria-live="polite">
        <small>
          {place + 1} of {list.length}
        </small>{" "}
        <b>{view.name}</b> {view.note}
      </p>
      <div class="hints-tools">
        <button
          type="button"
          class="button"
          disabled={place === 0}
          title={`Previous view (${describeKey("b")})`}
          onClick={() => views.step(-1)}
        >
          Previous
        </button>
        <button
          type="button"
          class="button"
          disabled={place === list.length - 1}
          title={`Next view (${describeKey("n")})`}
          onClick={() => views.step(1)}
        >
          Next
        </button>
        <button
          type="button"
          class="button"
          onClick={() => {
            views.place.value = undefined;
          }}
        >
          End
        </button>
      </div>
    </section>
  );
}

import { useState } from "preact/hooks";
import { IS_SHARED } from "../data/embedded-graph.ts";

const KEY = "hints-seen";

const HINTS: readonly string[] = [
  "Click a name to read what the minutes say about it, each line with its sentence.",
  "Search for a name, or ask: who works on…",
  ...(IS_SHARED ? [] : ["Drop your own minutes anywhere on this page. They stay on this device."]),
];

/** What a first visitor may want to know, one thing after another; it goes away for good. */
export function Hints() {
  const [place, setPlace] = useState(() => (wereSeen() ? HINTS.length : 0));
  const hint = HINTS[place];
  if (hint === undefined) return null;
  const isLast = place === HINTS.length - 1;
  const goTo = (next: number): void => {
    if (next >= HINTS.length) noteSeen();
    setPlace(next);
  };
  return (
    <section class="hints" aria-label="Hints">
      <p aria-live="polite">
        <small>
          {place + 1} of {HINTS.length}
        </small>{" "}
        {hint}
      </p>
      <div class="hints-tools">
        {!isLast && (
          <button type="button" class="button" onClick={() => goTo(HINTS.length)}>
            No hints
          </button>
        )}
        <button type="button" class="button" onClick={() => goTo(place + 1)}>
          {isLast ? "Got it" : "Next hint"}
        </button>
      </div>
    </section>
  );
}

function wereSeen(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return true;
  }
}

function noteSeen(): void {
  try {
    localStorage.setItem(KEY, "yes");
  } catch {
    // A browser that keeps nothing is not told again before the page is loaded anew.
  }
}

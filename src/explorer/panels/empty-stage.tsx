import type { DataSets } from "../data/data-sets.ts";

/** What stands in the place of a picture that has nothing to show: an invitation. */
export function EmptyStage({ sets, title }: { sets: DataSets; title: string }) {
  return (
    <div class="stage-message empty-stage">
      <div class="empty-box">
        <h2>{title}</h2>
        <p>
          Drop minutes here: text, mail, chat logs, web pages, a folder or a zip archive of them, or a graph
          file. They are read on this device; nothing is uploaded.
        </p>
        <button
          type="button"
          class="button"
          onClick={() => {
            sets.isAsking.value = true;
          }}
        >
          Open minutes or a graph…
        </button>
      </div>
    </div>
  );
}

import { useEffect, useState } from "preact/hooks";
import type { GraphCanvas } from "../canvas/graph-canvas.ts";
import { type Forces, INITIAL_FORCES } from "../canvas/forces.ts";
import { LAYOUTS } from "../layouts/layouts.ts";
import type { ExplorerStore } from "../store/explorer-store.ts";
import { arrangeNodes } from "./arrange-nodes.ts";

/** How nodes are laid out: an arrangement to choose, or forces to let them settle. */
export function Arrangement({ store, canvas }: { store: ExplorerStore; canvas: GraphCanvas | undefined }) {
  const { layout } = store.look.value;
  const graph = store.graph.value;
  const chosen = LAYOUTS.find(({ id }) => id === layout);
  const choose = (value: string): void => {
    const found = LAYOUTS.find(({ id }) => id === value);
    if (found) store.setLook({ layout: found.id });
  };
  return (
    <>
      <h2>Layout</h2>
      <label class="look-row">
        <span>Arrange</span>
        <select value={layout} onChange={(event) => choose(event.currentTarget.value)}>
          {LAYOUTS.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <p class="look-note">{chosen?.description}</p>
      <button
        type="button"
        class="button"
        onClick={() => canvas && graph && arrangeNodes(canvas, graph, layout)}
      >
        Arrange again
      </button>
      {canvas && <ForceSettings canvas={canvas} />}
    </>
  );
}

const SLIDERS = [
  ["spread", "Spread", "How far nodes push each other away"],
  ["gravity", "Gravity", "How strongly everything is drawn to the middle"],
  ["pull", "Pull of links", "How much more a link with more sentences pulls"],
] as const;

function ForceSettings({ canvas }: { canvas: GraphCanvas }) {
  const [forces, setForces] = useState<Forces>(INITIAL_FORCES);
  const [isRunning, setRunning] = useState(canvas.isLayoutRunning);
  useEffect(() => canvas.onLayout(setRunning), [canvas]);
  const change = (part: Partial<Forces>): void => {
    const next = { ...forces, ...part };
    setForces(next);
    if (canvas.isLayoutRunning) canvas.startLayout(next);
  };
  return (
    <details class="look-forces">
      <summary>Let it settle by forces</summary>
      {SLIDERS.map(([name, title, description]) => (
        <label class="look-row" key={name} title={description}>
          <span>{title}</span>
          <input
            type="range"
            min={name === "pull" ? 0 : 0.2}
            max={name === "pull" ? 2 : 3}
            step={0.1}
            value={forces[name]}
            onChange={(event) => change({ [name]: Number(event.currentTarget.value) })}
          />
        </label>
      ))}
      <label class="look-check">
        <input
          type="checkbox"
          checked={forces.isGrouping}
          onChange={(event) => change({ isGrouping: event.currentTarget.checked })}
        />
        Dense groups, room between them
      </label>
      <button
        type="button"
        class="button"
        aria-pressed={isRunning}
        onClick={() => (isRunning ? canvas.stopLayout() : canvas.startLayout(forces))}
      >
        {isRunning ? "Stop" : "Start"}
      </button>
      <p class="look-note" aria-live="polite">
        {isRunning ? "Settling; it stops by itself." : ""}
      </p>
    </details>
  );
}

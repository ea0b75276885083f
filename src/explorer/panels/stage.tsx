import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { MinutesGraph } from "../../model/graph-attributes.ts";
import { GraphCanvas } from "../canvas/graph-canvas.ts";
import type { ExplorerStore } from "../store/explorer-store.ts";
import { Icon } from "./icon.tsx";

interface Props {
  store: ExplorerStore;
  graph: MinutesGraph;
  /** Told of the canvas while there is one. */
  onCanvas(this: void, canvas: GraphCanvas | undefined): void;
}

const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The place of the picture, with its tools and keys. */
export function Stage({ store, graph, onCanvas }: Props) {
  const container = useRef<HTMLDivElement>(null);
  const canvas = useRef<GraphCanvas | null>(null);
  const [problem, setProblem] = useState("");
  const [attempt, setAttempt] = useState(0);
  const [isRunning, setRunning] = useState(false);
  const [isLasso, setLasso] = useState(false);

  useLayoutEffect(() => {
    if (!container.current) return undefined;
    const lose = (): void => setProblem("The browser took the drawing away.");
    try {
      const mounted = new GraphCanvas(container.current, store, graph, lose);
      mounted.onLayout(setRunning);
      canvas.current = mounted;
      setLasso(false);
      onCanvas(mounted);
      setProblem("");
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      setProblem(`This browser cannot draw the graph, since it has no WebGL (${reason}).`);
    }
    return () => {
      canvas.current?.dispose();
      canvas.current = null;
      onCanvas(undefined);
    };
  }, [store, graph, onCanvas, attempt]);

  const pressKey = (event: KeyboardEvent): void => {
    const arrow = ARROWS[event.key];
    const drawn = canvas.current;
    if (!drawn || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!arrow) return;
    moveBy(store, drawn, arrow);
    event.preventDefault();
  };

  return (
    <>
      <div
        ref={container}
        class="graph-container"
        tabIndex={0}
        role="application"
        aria-label="Graph. The arrow keys go from the selected node to its neighbours; the list shows the same as a table."
        onKeyDown={pressKey}
      />
      {problem !== "" && (
        <div class="stage-message" role="alert">
          <p>{problem}</p>
          <p>
            <button type="button" class="button" onClick={() => setAttempt(attempt + 1)}>
              Draw again
            </button>{" "}
            <button type="button" class="button" onClick={() => store.setView("list")}>
              Show as a list
            </button>
          </p>
        </div>
      )}
      <div class="zoom-tools">
        <button
          type="button"
          aria-label="Zoom in"
          title="Zoom in (+)"
          onClick={() => canvas.current?.zoom(1 / 1.5)}
        >
          <Icon name="plus" />
        </button>
        <button
          type="button"
          aria-label="Zoom out"
          title="Zoom out (−)"
          onClick={() => canvas.current?.zoom(1.5)}
        >
          <Icon name="minus" />
        </button>
        <button
          type="button"
          aria-label="Fit the graph"
          title="Fit (0)"
          onClick={() => canvas.current?.fit()}
        >
          <Icon name="fit" />
        </button>
        <button
          type="button"
          aria-label="Draw round nodes to select them"
          aria-pressed={isLasso}
          title="Draw round nodes to select them (or drag with Shift)"
          onClick={() => {
            canvas.current?.setLasso(!isLasso);
            setLasso(!isLasso);
          }}
        >
          <Icon name="lasso" />
        </button>
        <button
          type="button"
          aria-label="Run the layout"
          aria-pressed={isRunning}
          title={isRunning ? "Pause the layout" : "Run the layout"}
          onClick={() => canvas.current?.toggleLayout()}
        >
          <Icon name={isRunning ? "pause" : "play"} />
        </button>
      </div>
    </>
  );
}

function moveBy(store: ExplorerStore, canvas: GraphCanvas, [x, y]: readonly [number, number]): void {
  const selected = store.selected.peek();
  const neighbour = selected === undefined ? undefined : canvas.findNeighbour(selected, x, y);
  if (neighbour !== undefined) store.select(neighbour);
  else if (selected === undefined) canvas.pan(x * 0.08, y * 0.08);
}

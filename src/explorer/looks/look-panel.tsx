import { useEffect, useRef } from "preact/hooks";
import type { GraphCanvas } from "../canvas/graph-canvas.ts";
import type { ExplorerStore } from "../store/explorer-store.ts";
import {
  COLOUR_NAMES,
  COLOURS,
  HALO_NAMES,
  HALOS,
  LABELS,
  LINES,
  type Look,
  SIZE_NAMES,
  SIZES,
  TIMED,
} from "../../view/look.ts";
import type { LookRun } from "./look-run.ts";
import { Arrangement } from "./arrangement.tsx";
import { Fineness } from "./fineness.tsx";
import { MeasureProgress } from "../panels/measure-progress.tsx";
import { Icon } from "../panels/icon.tsx";

export interface LookPanelProps {
  store: ExplorerStore;
  canvas: GraphCanvas | undefined;
  run: LookRun;
  onClose(this: void): void;
}

const LABEL_NAMES: Readonly<Record<Look["labels"], string>> = { many: "Many", few: "Few", none: "None" };
const LINE_NAMES: Readonly<Record<Look["lines"], string>> = { all: "All", thin: "Thin", none: "None" };

/** What colours, sizes, names and lines say, and how the nodes are laid out. */
export function LookPanel({ store, canvas, run, onClose }: LookPanelProps) {
  const panel = useRef<HTMLElement>(null);
  const look = store.look.value;
  const isTimed = store.calendar.value !== undefined;
  useEffect(() => panel.current?.querySelector("select")?.focus(), []);
  return (
    <section class="look-panel" aria-label="Appearance" ref={panel}>
      <button type="button" class="card-close" aria-label="Close the appearance" onClick={onClose}>
        <Icon name="close" />
      </button>
      <h2>Appearance</h2>
      <Choice
        title="Colour says"
        values={COLOURS.filter((colour) => isTimed || !TIMED.has(colour))}
        names={COLOUR_NAMES}
        chosen={look.colour}
        onChoose={(colour) => store.setLook({ colour, group: undefined })}
      />
      {look.colour === "community" && <Communities store={store} />}
      <Choice
        title="Size says"
        values={SIZES}
        names={SIZE_NAMES}
        chosen={look.size}
        onChoose={(size) => store.setLook({ size })}
      />
      <Choice
        title="Halo says"
        values={HALOS.filter((halo) => isTimed || !TIMED.has(halo))}
        names={HALO_NAMES}
        chosen={look.halo}
        onChoose={(halo) => store.setLook({ halo })}
      />
      <MeasureProgress store={store} onCancel={() => run.metrics.cancel()} />
      <Switch
        title="Names"
        values={LABELS}
        names={LABEL_NAMES}
        chosen={look.labels}
        onChoose={(labels) => store.setLook({ labels })}
      />
      <Switch
        title="Lines"
        values={LINES}
        names={LINE_NAMES}
        chosen={look.lines}
        onChoose={(lines) => store.setLook({ lines })}
      />
      <Arrangement store={store} canvas={canvas} />
    </section>
  );
}

interface ChoiceProps<T extends string> {
  title: string;
  values: readonly T[];
  names: Readonly<Record<T, string>>;
  chosen: T;
  onChoose(this: void, value: T): void;
}

function Choice<T extends string>({ title, values, names, chosen, onChoose }: ChoiceProps<T>) {
  const choose = (value: string): void => {
    const found = values.find((each) => each === value);
    if (found !== undefined) onChoose(found);
  };
  return (
    <label class="look-row">
      <span>{title}</span>
      <select value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
        {values.map((value) => (
          <option key={value} value={value}>
            {names[value]}
          </option>
        ))}
      </select>
    </label>
  );
}

function Switch<T extends string>({ title, values, names, chosen, onChoose }: ChoiceProps<T>) {
  return (
    <div class="look-row">
      <span>{title}</span>
      <div class="switch" role="group" aria-label={title}>
        {values.map((value) => (
          <button type="button" key={value} aria-pressed={value === chosen} onClick={() => onChoose(value)}>
            {names[value]}
          </button>
        ))}
      </div>
    </div>
  );
}

function Communities({ store }: { store: ExplorerStore }) {
  return (
    <>
      <Fineness store={store} />
      <label class="look-check">
        <input
          type="checkbox"
          checked={store.look.value.hulls}
          onChange={(event) => store.setLook({ hulls: event.currentTarget.checked })}
        />
        Outline the communities
      </label>
    </>
  );
}

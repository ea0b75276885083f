import { useEffect, useRef, useState } from "preact/hooks";
import type { MinutesGraph } from "../../model/graph-attributes.ts";
import { type Calendar, isBounded, listTimeBins, type TimeBin } from "../../view/calendar.ts";
import type { ExplorerStore } from "../store/explorer-store.ts";
import { useSlices } from "./use-slices.ts";
import "./time-brush.css";

/** The first and the last bar that are chosen. */
type Range = readonly [first: number, last: number];

interface Props {
  store: ExplorerStore;
  graph: MinutesGraph;
  calendar: Calendar;
}

/** After the last key, in milliseconds, before the rest of the page follows. */
const KEY_PAUSE = 250;

/** How far from a handle the pointer takes it, in CSS pixels. */
const HANDLE_REACH = 9;

/** A strip with a bar for each day, month or year: what is drawn over with the pointer, or lies between the two handles, is the time that everything else keeps to. */
export function TimeBrush({ store, graph, calendar }: Props) {
  const { result: bins } = useSlices(graph, () => listTimeBins(graph, calendar), [calendar]);
  if (bins) return <Strip store={store} bins={bins} />;
  return (
    <section class="brush" aria-label="Time" aria-busy="true">
      <div class="brush-strip" />
    </section>
  );
}

function Strip({ store, bins }: { store: ExplorerStore; bins: readonly TimeBin[] }) {
  const period = store.period.value;
  const [draft, setDraft] = useState<Range>();
  const strip = useRef<HTMLDivElement>(null);
  const start = useRef<number | undefined>(undefined);
  const pause = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const whole: Range = [0, bins.length - 1];
  const [first, last] = draft ?? findRange(bins, period.since, period.until);
  useEffect(() => () => clearTimeout(pause.current), []);

  const choose = (range: Range): void => {
    clearTimeout(pause.current);
    setDraft(undefined);
    const isWhole = range[0] === whole[0] && range[1] === whole[1];
    const [since, until] = [bins[range[0]]?.since, bins[range[1]]?.until];
    store.setPeriod(isWhole || since === undefined || until === undefined ? {} : { since, until });
  };
  const findBin = ({ clientX }: PointerEvent): number => {
    const { left, width } = strip.current?.getBoundingClientRect() ?? { left: 0, width: 1 };
    return clamp(Math.floor(((clientX - left) / width) * bins.length), whole);
  };
  /** Where a handle is taken, the span keeps its other end; elsewhere a new one begins. */
  const findOtherEnd = ({ clientX }: PointerEvent, bin: number): number => {
    const { left, width } = strip.current?.getBoundingClientRect() ?? { left: 0, width: 1 };
    const isNear = (edge: number): boolean =>
      Math.abs(left + (edge * width) / bins.length - clientX) <= HANDLE_REACH;
    if (isBounded(period) && isNear(first)) return last;
    return isBounded(period) && isNear(last + 1) ? first : bin;
  };
  const press = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    strip.current?.setPointerCapture(event.pointerId);
    const bin = findBin(event);
    start.current = findOtherEnd(event, bin);
    setDraft([Math.min(start.current, bin), Math.max(start.current, bin)]);
  };
  const drag = (event: PointerEvent): void => {
    if (start.current === undefined) return;
    const bin = findBin(event);
    setDraft([Math.min(start.current, bin), Math.max(start.current, bin)]);
  };
  const drop = (event: PointerEvent): void => {
    if (start.current === undefined) return;
    const bin = findBin(event);
    choose([Math.min(start.current, bin), Math.max(start.current, bin)]);
    start.current = undefined;
  };
  const cancel = (): void => {
    start.current = undefined;
    setDraft(undefined);
  };
  const move = (next: Range): void => {
    setDraft(next);
    clearTimeout(pause.current);
    pause.current = setTimeout(() => choose(next), KEY_PAUSE);
  };
  const most = Math.max(1, ...bins.map(({ sentences }) => sentences));
  return (
    <section class="brush" aria-label="Time">
      <div
        class="brush-strip"
        ref={strip}
        onPointerDown={press}
        onPointerMove={drag}
        onPointerUp={drop}
        onPointerCancel={cancel}
      >
        {bins.map((bin, place) => (
          <span
            key={bin.label}
            class={`brush-bar${place >= first && place <= last ? "" : " is-out"}`}
            title={`${bin.label}: ${count(bin.sentences, "sentence")}, ${count(bin.meetings, "meeting")}`}
          >
            <span style={{ height: `${Math.max(6, (100 * bin.sentences) / most)}%` }} />
          </span>
        ))}
        <span class="brush-span" style={toStretch([first, last], bins.length)} />
        <Handle
          name="From"
          bins={bins}
          at={first}
          place={first}
          limits={[0, last]}
          onMove={(to) => move([to, last])}
        />
        <Handle
          name="To"
          bins={bins}
          at={last + 1}
          place={last}
          limits={[first, whole[1]]}
          onMove={(to) => move([first, to])}
        />
      </div>
      <p class="brush-words">
        <span role="status">{describe(bins.slice(first, last + 1), last - first + 1 === bins.length)}</span>
        {isBounded(period) && (
          <button type="button" class="more" onClick={() => choose(whole)}>
            All time
          </button>
        )}
      </p>
    </section>
  );
}

interface HandleProps {
  name: string;
  bins: readonly TimeBin[];
  /** The edge between bars that it stands at. */
  at: number;
  place: number;
  limits: Range;
  onMove(this: void, place: number): void;
}

function Handle({ name, bins, at, place, limits, onMove }: HandleProps) {
  const press = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    const ends: Readonly<Record<string, number>> = { Home: limits[0], End: limits[1] };
    const next = step === undefined ? ends[event.key] : place + step;
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (clamp(next, limits) !== place) onMove(clamp(next, limits));
  };
  return (
    <span
      class="brush-handle"
      role="slider"
      tabIndex={0}
      aria-label={name}
      aria-valuemin={limits[0] + 1}
      aria-valuemax={limits[1] + 1}
      aria-valuenow={place + 1}
      aria-valuetext={bins[place]?.label}
      style={{ insetInlineStart: `${(100 * at) / bins.length}%` }}
      onKeyDown={press}
    />
  );
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -6,
  PageUp: 6,
};

function clamp(place: number, [least, most]: Range): number {
  return Math.min(most, Math.max(least, place));
}

function toStretch([first, last]: Range, length: number) {
  return {
    insetInlineStart: `${(100 * first) / length}%`,
    insetInlineEnd: `${(100 * (length - 1 - last)) / length}%`,
  };
}

/** The bars that a period takes in; a period between two of them is the nearest one. */
function findRange(bins: readonly TimeBin[], since = "", until = "9999-12-31"): Range {
  const first = bins.findIndex((bin) => bin.until >= since);
  const last = bins.findLastIndex((bin) => bin.since <= until);
  const start = first < 0 ? bins.length - 1 : first;
  return [start, Math.max(start, last)];
}

function describe(chosen: readonly TimeBin[], isAll: boolean): string {
  const [first, last] = [chosen[0]?.since ?? "", chosen.at(-1)?.until ?? ""];
  const meetings = chosen.reduce((sum, bin) => sum + bin.meetings, 0);
  const when = first === last ? first : `${first} to ${last}`;
  return `${isAll ? "All time: " : ""}${when}, ${count(meetings, "meeting")}`;
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}

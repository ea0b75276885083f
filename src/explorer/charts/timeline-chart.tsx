import { axisX, axisY, dot, link, type PlotOptions, pointer, ruleY, tip } from "@observablehq/plot";
import { useCallback, useMemo } from "preact/hooks";
import type { Meeting } from "../../graph/list-meetings.ts";
import type { TimelineRow } from "../../graph/timeline.ts";
import { PlotFigure } from "./plot-figure.tsx";
import { findMargin, LETTER, shorten } from "./shorten.ts";

interface Props {
  meetings: readonly Meeting[];
  rows: readonly TimelineRow[];
  selected: string | undefined;
  onChoose(this: void, node: string, meeting: string): void;
}

/** How much somebody or something came up at a meeting. */
interface Point {
  node: string;
  meeting: string;
  row: string;
  column: string;
  count: number;
  words: string;
}

/** A stretch of meetings without a long silence. */
interface Stretch {
  row: string;
  from: string;
  to: string;
}

const ROW = 22;
const TOP = 84;
/** So many names of meetings have room beside each other. */
const COLUMN = 22;

/** When each came up, how often, and where a long silence begins and ends. */
export function TimelineChart({ meetings, rows, selected, onChoose }: Props) {
  const { points, stretches, names, labels } = useMemo(() => prepare(meetings, rows), [meetings, rows]);
  const draw = useCallback(
    (width: number): PlotOptions => {
      const left = findMargin(
        rows.map(({ label }) => label),
        Math.min(240, width * 0.3),
      );
      const most = Math.max(1, ...points.map(({ count }) => count));
      const step = Math.ceil((meetings.length * COLUMN) / Math.max(width - left, COLUMN));
      const chosen = selected === undefined ? [] : [selected].filter((node) => names.includes(node));
      const kind = rows[0]?.kind ?? "topic";
      const colour = `var(--kind-${kind})`;
      return {
        width,
        height: TOP + rows.length * ROW,
        marginLeft: left,
        marginTop: TOP,
        marginRight: 16,
        marginBottom: 4,
        x: { type: "point", domain: meetings.map(({ node }) => node), padding: 0.5, axis: null },
        y: { type: "band", domain: names, axis: null },
        r: { range: [0, 8], domain: [0, most] },
        marks: [
          ruleY(chosen, { stroke: "var(--accent-soft)", strokeWidth: ROW - 2 }),
          axisY({
            label: null,
            tickSize: 0,
            tickFormat: (node: string) => shorten(labels.get(node) ?? node, Math.floor((left - 16) / LETTER)),
          }),
          axisX({
            anchor: "top",
            label: null,
            tickSize: 3,
            tickRotate: -60,
            ticks: meetings.filter((_, place) => place % step === 0).map(({ node }) => node),
            tickFormat: (node: string) => shorten(labels.get(node) ?? node, 12),
          }),
          link(stretches, {
            y: "row",
            x1: "from",
            x2: "to",
            stroke: colour,
            strokeOpacity: 0.35,
            strokeWidth: 3,
            strokeLinecap: "round",
          }),
          dot(points, { x: "column", y: "row", r: "count", fill: colour, stroke: "var(--surface)" }),
          tip(points, pointer({ x: "column", y: "row", title: "words" })),
        ],
      };
    },
    [points, stretches, names, labels, meetings, rows, selected],
  );
  const choose = useCallback(({ node, meeting }: Point) => onChoose(node, meeting), [onChoose]);
  return (
    <>
      <PlotFigure<Point> label={`When each came up, meeting by meeting`} draw={draw} onChoose={choose} />
      <p class="chart-note">
        A disc for each meeting at which it came up, larger for more sentences; where a line ends, it has gone
        quiet.
      </p>
    </>
  );
}

function prepare(meetings: readonly Meeting[], rows: readonly TimelineRow[]) {
  const labels = new Map(meetings.map(({ node, label, date }) => [node, date || label]));
  const points: Point[] = [];
  const stretches: Stretch[] = [];
  for (const { node, label, counts, events } of rows) {
    labels.set(node, label);
    const breaks = new Set(events.filter(({ kind }) => kind === "comes back").map(({ meeting }) => meeting));
    let open: Stretch | undefined;
    for (const [place, count] of counts.entries()) {
      const meeting = meetings[place];
      if (count === 0 || !meeting) continue;
      const column = meeting.node;
      const words = `${label}\n${meeting.date || meeting.label}: ${count} ${count === 1 ? "sentence" : "sentences"}`;
      points.push({ node, meeting: column, row: node, column, count, words });
      if (open && !breaks.has(column)) open.to = column;
      else stretches.push((open = { row: node, from: column, to: column }));
    }
  }
  return { points, stretches, names: rows.map(({ node }) => node), labels };
}

import { useMemo, useState } from "preact/hooks";
import type { QueryIndex } from "../../graph/query-index.ts";
import { computeTimeline, type TimelineRow } from "../../graph/timeline.ts";
import { KINDS, NODE_KINDS, type NodeKind } from "../../model/schema.ts";
import type { ExplorerStore } from "../store/explorer-store.ts";
import { KindMark } from "./kind-mark.tsx";

const SHOWN: readonly NodeKind[] = NODE_KINDS.filter((kind) => kind !== "meeting");
/** So many lines are drawn at once; more come on demand. */
const PAGE = 120;

/** When people and matters appear, go quiet and come back: a column for each meeting. */
export function TimelineView({ store, index }: { store: ExplorerStore; index: QueryIndex }) {
  const [kind, setKind] = useState<NodeKind>("topic");
  const [limit, setLimit] = useState(PAGE);
  const period = store.period.value;
  const { meetings, rows } = useMemo(
    () => computeTimeline(index, { kinds: [kind], period }),
    [index, kind, period],
  );
  const most = Math.max(1, ...rows.flatMap(({ counts }) => counts));
  return (
    <div class="list timeline">
      <div class="switch" role="group" aria-label="Lines of the timeline">
        {SHOWN.map((key) => (
          <button type="button" key={key} aria-pressed={kind === key} onClick={() => setKind(key)}>
            {KINDS[key].plural}
          </button>
        ))}
      </div>
      <table>
        <caption class="visually-hidden">{KINDS[kind].plural} by meeting, in order of time</caption>
        <thead>
          <tr>
            <th scope="col">
              <span class="visually-hidden">Name</span>
            </th>
            {meetings.map(({ node, label, date }) => (
              <th key={node} scope="col">
                <button type="button" title={label} onClick={() => store.goTo(node)}>
                  {date || label}
                </button>
              </th>
            ))}
            <th scope="col">What happened</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, limit).map((row) => (
            <tr key={row.node} aria-current={row.node === store.selected.value}>
              <th scope="row">
                <button type="button" class="card-name" onClick={() => store.goTo(row.node)}>
                  <KindMark kind={row.kind} />
                  {row.label}
                </button>
              </th>
              {row.counts.map((count, column) => (
                <td key={meetings[column]?.node}>
                  <Dot count={count} most={most} />
                </td>
              ))}
              <td class="timeline-events">{describeEvents(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > limit && (
        <button type="button" class="more" onClick={() => setLimit(limit + PAGE)}>
          {rows.length - limit} more
        </button>
      )}
    </div>
  );
}

function Dot({ count, most }: { count: number; most: number }) {
  if (count === 0) return <span class="visually-hidden">none</span>;
  const size = 0.5 + 0.9 * Math.sqrt(count / most);
  return (
    <span
      class="timeline-dot"
      style={{ width: `${size}rem`, height: `${size}rem` }}
      title={`${count} sentences`}
    >
      <span class="visually-hidden">{count}</span>
    </span>
  );
}

const describeEvents = ({ events }: TimelineRow): string =>
  events.map(({ kind, date }) => `${kind} ${date}`).join(", ");

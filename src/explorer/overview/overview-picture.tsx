import type { RefObject } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { ExplorerStore } from "../store/explorer-store.ts";
import { styleOf } from "../../view/look.ts";
import { followCommunity } from "./follow-community.ts";
import { type Disc, fitCommunities, placeCommunities, type Room } from "./lay-out-communities.ts";
import { count } from "./count.ts";
import { LINE, placeNames } from "./place-names.ts";
import type { CommunitySummary, SummaryLink, SummaryNode } from "./summarise-communities.ts";

interface Props {
  store: ExplorerStore;
  summary: CommunitySummary;
  /** So many communities are drawn, the largest. */
  drawn: number;
}

/** Of each community so many of its strongest links are drawn, unless it is pointed at. */
const DRAWN_LINKS = 3;
/** Line widths in pixels. */
const [THINNEST, THICKEST] = [1, 10];
const FONT = "13px";

const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Communities as discs by the number of their members, with the links between them. */
export function OverviewPicture({ store, summary, drawn: limit }: Props) {
  const nodes = useMemo(() => summary.nodes.slice(0, limit), [summary, limit]);
  const { links } = summary;
  const place = useRef<HTMLDivElement>(null);
  const room = useRoom(place);
  const points = useMemo(() => placeCommunities(nodes.length, links), [nodes, links]);
  const discs = useMemo(() => (room ? fitCommunities(nodes, points, room) : []), [nodes, points, room]);
  const names = useMemo(() => {
    if (!room || discs.length === 0) return [];
    return placeNames(
      discs,
      nodes.map(({ name }) => name),
      room,
      createMeasure(),
    );
  }, [nodes, discs, room]);
  const [active, setActive] = useState<number>();
  const [current, setCurrent] = useState(0);
  const strongest = useMemo(() => listStrongest(links, nodes.length), [links, nodes]);
  useReturn(store, place, discs.length > 0);

  const pressKey = (event: KeyboardEvent): void => {
    const arrow = ARROWS[event.key];
    const next = arrow && findNext(discs, current, arrow);
    if (next === undefined) return;
    event.preventDefault();
    setCurrent(next);
    place.current?.querySelectorAll<SVGAElement>("a")[next]?.focus();
  };
  const drawn =
    active === undefined
      ? strongest
      : links.filter(
          ({ from, to }) => (from === active || to === active) && Math.max(from, to) < nodes.length,
        );
  const most = strongest[0]?.count ?? 1;
  const isNear = (index: number): boolean =>
    active === undefined || index === active || drawn.some(({ from, to }) => from === index || to === index);
  return (
    <div class="overview-picture">
      <div class="overview-room" ref={place}>
        {room && (
          <svg
            role="group"
            aria-label="Communities. The arrow keys go from one to the next, Enter opens it."
            width={room.width}
            height={room.height}
            onKeyDown={pressKey}
          >
            <g class="overview-links" aria-hidden="true">
              {drawn.map((link) => (
                <Line key={`${link.from} ${link.to}`} link={link} discs={discs} most={most} />
              ))}
            </g>
            {discs.map((disc, index) => {
              const node = nodes[index];
              if (!node) return null;
              return (
                <a
                  key={node.id}
                  {...followCommunity(store, node.id)}
                  data-community={node.id}
                  tabIndex={index === current ? 0 : -1}
                  aria-label={describe(node)}
                  class={isNear(index) ? undefined : "is-far"}
                  onPointerEnter={() => setActive(index)}
                  onPointerLeave={() => setActive(undefined)}
                  onFocus={() => {
                    setActive(index);
                    setCurrent(index);
                  }}
                  onBlur={() => setActive(undefined)}
                >
                  <title>{describe(node)}</title>
                  <circle
                    cx={disc.x}
                    cy={disc.y}
                    r={disc.radius}
                    class={styleOf(node.rank).hasCore ? "is-dashed" : undefined}
                    style={{ "--community": `var(--${styleOf(node.rank).swatch})` }}
                  />
                </a>
              );
            })}
            <g class="overview-names" aria-hidden="true">
              {names.map(
                (name, index) =>
                  name && (
                    <text
                      key={nodes[index]?.id}
                      x={name.x}
                      y={name.y}
                      class={isNear(index) ? undefined : "is-far"}
                    >
                      {name.lines.map((line, at) => (
                        <tspan key={line} x={name.x} y={name.y + at * LINE}>
                          {line}
                        </tspan>
                      ))}
                    </text>
                  ),
              )}
            </g>
          </svg>
        )}
      </div>
      <p class="overview-note" aria-hidden="true">
        {active === undefined || !nodes[active]
          ? "Size: nodes. Lines: links between, the strongest of each."
          : describe(nodes[active])}
      </p>
    </div>
  );
}

function Line({ link, discs, most }: { link: SummaryLink; discs: readonly Disc[]; most: number }) {
  const [from, to] = [discs[link.from], discs[link.to]];
  if (!from || !to) return null;
  const width = THINNEST + (THICKEST - THINNEST) * Math.min(1, link.count / most);
  return <line x1={from.x} y1={from.y} x2={to.x} y2={to.y} stroke-width={width} />;
}

function describe({ name, shown, size, inside, outside }: SummaryNode): string {
  const nodes = shown < size ? `${shown} of ${count(size, "node")}` : count(shown, "node");
  return `${name}: ${nodes}, ${count(inside, "link")} within, ${count(outside, "link")} to others`;
}

function useRoom(place: RefObject<HTMLDivElement | null>): Room | undefined {
  const [room, setRoom] = useState<Room>();
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {};
      if (width > 0 && height > 0) setRoom({ width: Math.floor(width), height: Math.floor(height) });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
  return room;
}

function createMeasure(): (text: string) => number {
  const context = new OffscreenCanvas(1, 1).getContext("2d");
  if (!context) return (text) => text.length * 8;
  context.font = `600 ${FONT} ${getComputedStyle(document.documentElement).fontFamily}`;
  return (text) => context.measureText(text).width;
}

/** Who comes back from a community is where they left. */
function useReturn(store: ExplorerStore, place: RefObject<HTMLDivElement | null>, isDrawn: boolean): void {
  useEffect(() => {
    const left = store.leftCommunity.peek();
    if (!isDrawn || left === undefined) return;
    store.leftCommunity.value = undefined;
    place.current?.querySelector<SVGAElement>(`a[data-community="${CSS.escape(left)}"]`)?.focus();
  }, [store, place, isDrawn]);
}

/** The strongest links of each community, the strongest of all first. */
function listStrongest(links: readonly SummaryLink[], drawn: number): SummaryLink[] {
  const counts = new Uint32Array(drawn);
  return links.filter(({ from, to }) => {
    if (from >= drawn || to >= drawn) return false;
    const isStrong = [from, to].some((end) => (counts[end] ?? 0) < DRAWN_LINKS);
    for (const end of [from, to]) counts[end] = (counts[end] ?? 0) + 1;
    return isStrong;
  });
}

/** The nearest disc in a direction, as far as it lies more along than across. */
function findNext(
  discs: readonly Disc[],
  current: number,
  [x, y]: readonly [number, number],
): number | undefined {
  const from = discs[current];
  let [best, least] = [undefined as number | undefined, Infinity];
  for (const [index, to] of discs.entries()) {
    if (!from || index === current) continue;
    const along = (to.x - from.x) * x + (to.y - from.y) * y;
    const across = Math.abs((to.x - from.x) * y) + Math.abs((to.y - from.y) * x);
    const cost = along <= 0 ? Infinity : along + 2 * across;
    if (cost < least) [best, least] = [index, cost];
  }
  return best;
}

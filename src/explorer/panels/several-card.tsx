import { useMemo, useState } from "preact/hooks";
import { findSharedLinks, type SharedLink } from "../../graph/shared-links.ts";
import type { MinutesGraph } from "../../model/graph-attributes.ts";
import { KINDS, NODE_KINDS, RELATION_DEFINITIONS } from "../../model/schema.ts";
import type { GraphCanvas } from "../canvas/graph-canvas.ts";
import type { ExplorerStore, Shown } from "../store/explorer-store.ts";
import { ExportMenu } from "../exports/export-menu.tsx";
import { KindMark } from "./kind-mark.tsx";
import { Icon } from "./icon.tsx";
import { SheetGrip } from "./sheet-grip.tsx";

interface Props {
  store: ExplorerStore;
  graph: MinutesGraph;
  canvas: GraphCanvas | undefined;
}

/** So many lines are there before the reader asks for more. */
const FIRST_LINES = 8;

/** Several nodes: who they are, what they share, who connects them, and their own export. */
export function SeveralCard({ store, graph, canvas }: Props) {
  const nodes = store.several.value;
  const shown = store.shown.value;
  const { inner, shared, connectors } = useMemo(
    () => findSharedLinks(graph, nodes, shown.edges),
    [graph, nodes, shown],
  );
  const [first = "", second] = nodes;
  const part: Shown = { nodes: new Set(nodes), edges: new Set(inner) };
  const writeEdge = (edge: string): string => {
    const [source, target] = graph.extremities(edge).map((end) => graph.getNodeAttribute(end, "label"));
    return `${source} ${RELATION_DEFINITIONS[graph.getEdgeAttribute(edge, "relation")].label} ${target}`;
  };
  return (
    <aside class="card" aria-label={`${nodes.length} selected`}>
      <SheetGrip />
      <header class="card-header">
        <p class="card-kind">{describeKinds(graph, nodes)}</p>
        <h2>{nodes.length} selected</h2>
        <button type="button" class="card-close" aria-label="Close" onClick={() => store.selectSeveral([])}>
          <Icon name="close" />
        </button>
        <div class="card-tools">
          <ExportMenu store={store} graph={graph} canvas={canvas} part={part} />
          {second !== undefined && nodes.length === 2 && (
            <button type="button" class="button" onClick={() => store.showPath(first, second)}>
              Path between them
            </button>
          )}
        </div>
      </header>
      <Section
        title="What they share"
        count={shared.length}
        none="Nothing that is shown is linked with two of them."
      >
        {shared.map((link) => (
          <Line key={link.node} store={store} graph={graph} link={link} total={nodes.length} />
        ))}
      </Section>
      <Section
        title="Who connects them"
        count={connectors.length}
        none="Nobody else is linked with two of them."
      >
        {connectors.map((link) => (
          <Line key={link.node} store={store} graph={graph} link={link} total={nodes.length} />
        ))}
      </Section>
      <Section title="Links among them" count={inner.length} none="None that is shown.">
        {inner.map((edge) => (
          <li class="card-line several-link" key={edge}>
            {writeEdge(edge)}
          </li>
        ))}
      </Section>
      <Section title="Selected" count={nodes.length} none="">
        {nodes.map((node) => (
          <Member key={node} store={store} graph={graph} node={node} />
        ))}
      </Section>
    </aside>
  );
}

function describeKinds(graph: MinutesGraph, nodes: readonly string[]): string {
  return NODE_KINDS.flatMap((kind) => {
    const count = nodes.filter((node) => graph.getNodeAttribute(node, "kind") === kind).length;
    if (count === 0) return [];
    const { label, plural } = KINDS[kind];
    return `${count} ${(count === 1 ? label : plural).toLowerCase()}`;
  }).join(", ");
}

interface SectionProps {
  title: string;
  count: number;
  /** What is said where there is nothing. */
  none: string;
  children: preact.ComponentChild[];
}

function Section({ title, count, none, children }: SectionProps) {
  const [isWhole, setWhole] = useState(false);
  const lines = isWhole ? children : children.slice(0, FIRST_LINES);
  return (
    <section aria-label={title}>
      <h3>
        {title} <span>{count}</span>
      </h3>
      {count === 0 && <p class="card-none">{none}</p>}
      <ul class="card-lines">{lines}</ul>
      {lines.length < count && (
        <button type="button" class="more" onClick={() => setWhole(true)}>
          {count - lines.length} more
        </button>
      )}
    </section>
  );
}

interface LineProps {
  store: ExplorerStore;
  graph: MinutesGraph;
  link: SharedLink;
  total: number;
}

function Line({ store, graph, link: { node, members }, total }: LineProps) {
  const { label, kind } = graph.getNodeAttributes(node);
  const names = members.map((member) => graph.getNodeAttribute(member, "label"));
  return (
    <li class="card-line">
      <button type="button" class="card-name" onClick={() => store.goTo(node)}>
        <KindMark kind={kind} />
        {label}
      </button>
      <span class="answer-detail">
        {members.length === total ? "all of them" : `${members.length} of ${total}: ${names.join(", ")}`}
      </span>
    </li>
  );
}

function Member({ store, graph, node }: { store: ExplorerStore; graph: MinutesGraph; node: string }) {
  const { label, kind } = graph.getNodeAttributes(node);
  return (
    <li class="card-line several-member">
      <button type="button" class="card-name" onClick={() => store.goTo(node)}>
        <KindMark kind={kind} />
        {label}
      </button>
      <button
        type="button"
        class="more"
        aria-label={`Take out ${label}`}
        onClick={() => store.toggleSeveral(node)}
      >
        Take out
      </button>
    </li>
  );
}

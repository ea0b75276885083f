import type { QueryIndex } from "../../graph/query-index.ts";
import type { ExplorerStore } from "../store/explorer-store.ts";
import { AnswerPanel } from "./answer-panel.tsx";
import { MatrixView } from "./matrix-view.tsx";
import { PromisesView } from "./promises-view.tsx";
import { TimelineView } from "./timeline-view.tsx";

export interface IndexedViewProps {
  store: ExplorerStore;
  index: QueryIndex;
  view: "matrix" | "timeline" | "promises" | { question: string };
}

/** What is read from the index of questions: three views of the whole, and the answer to a question. */
export function IndexedView({ store, index, view }: IndexedViewProps) {
  const { graph } = index;
  if (view === "matrix") return <MatrixView store={store} graph={graph} index={index} />;
  if (view === "timeline") return <TimelineView store={store} index={index} />;
  if (view === "promises") return <PromisesView store={store} index={index} />;
  return <AnswerPanel store={store} graph={graph} index={index} question={view.question} />;
}

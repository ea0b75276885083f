import type { View } from "../../view/view-state.ts";

export const VIEW_NAMES: Readonly<Record<View, string>> = {
  graph: "Graph",
  overview: "Overview",
  matrix: "Matrix",
  timeline: "Timeline",
  promises: "Promises",
  list: "List",
};

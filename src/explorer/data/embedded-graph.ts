import { EMBEDDED_ID } from "../../formats/write-shared-page.ts";
import type { SerializedMinutesGraph } from "../../model/graph-attributes.ts";
import type { OpenedData } from "./worker-message.ts";

/** Whether this page was made to show the one graph that is in it. */
export const IS_SHARED = import.meta.env.MODE === "share";

/** The graph of a shared page; nothing where the page is not one. */
export function readEmbeddedGraph(): OpenedData | undefined {
  const element = IS_SHARED && findElement();
  if (!element) return undefined;
  const graph = JSON.parse(element.textContent) as SerializedMinutesGraph;
  const name = element.dataset["name"] ?? "";
  return { name, graph, diagnostics: graph.attributes.diagnostics };
}

/** The view that a shared page opens with: what follows `#` in the address. */
export function readEmbeddedView(): string {
  return findElement()?.dataset["view"] ?? "";
}

function findElement(): HTMLElement | undefined {
  return document.querySelector<HTMLElement>(`script#${EMBEDDED_ID}`) ?? undefined;
}

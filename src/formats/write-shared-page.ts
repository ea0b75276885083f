import { generateJson } from "./write-json.ts";
import type { GraphSource } from "./graph-source.ts";

/** The id of the element that holds the graph of a shared page. */
export const EMBEDDED_ID = "minutes-graph";

export interface SharedView {
  /** What the page calls the graph. */
  name: string;
  /** What follows `#` in the explorer's address: the view and the selection that the page opens with. */
  fragment?: string;
}

/**
 * Puts a graph into the empty page that the build makes for it: one file that opens anywhere, with no network.
 * @param template the text of `share.html`
 * @returns the page in chunks
 * @throws where the template is not one
 */
export function* generateSharedPage(
  template: string,
  source: GraphSource,
  { name, fragment = "" }: SharedView,
): Generator<string> {
  const place = template.indexOf('<script type="text/plain" id="code">');
  if (place < 0) throw new Error("This is not the page that a graph is put into");
  yield template.slice(0, place);
  const attributes = [
    `data-name="${escapeAttribute(name)}"`,
    `data-view="${escapeAttribute(fragment)}"`,
  ].join(" ");
  yield `<script type="application/json" id="${EMBEDDED_ID}" ${attributes}>`;
  // No "<" in it, so that no text of the minutes ends the element.
  for (const chunk of generateJson(source)) yield chunk.replaceAll("<", "\\u003c");
  yield `</script>\n${template.slice(place)}`;
}

function escapeAttribute(text: string): string {
  return text.replace(/[&"<>\u0000]/g, (character) => `&#${character.charCodeAt(0) || 0xfffd};`);
}

import type { GraphSource } from "../../formats/graph-source.ts";
import { generateSharedPage } from "../../formats/write-shared-page.ts";

/**
 * Puts the graph and the present view into the empty page that lies beside this one.
 * @param fragment what follows `#` in the address
 * @returns nothing where the empty page cannot be loaded
 */
export async function createSharedPage(source: GraphSource, fragment: string): Promise<Blob | undefined> {
  const response = await fetch(new URL("share.html", document.baseURI)).catch(() => undefined);
  const template = response?.ok ? await response.text() : "";
  if (!template.includes('id="code"')) return undefined;
  const pieces = generateSharedPage(template, source, { name: document.title, fragment });
  return new Blob([...pieces], { type: "text/html" });
}

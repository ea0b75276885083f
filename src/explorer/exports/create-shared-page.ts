import type { GraphSource } from "../../formats/graph-source.ts";
import { generateSharedPage } from "../../formats/write-shared-page.ts";
import { runInSlices } from "../run-in-slices.ts";
import { collect } from "./write-files.ts";

/**
 * Puts the graph and the present view into the empty page that lies beside this one.
 * @param fragment what follows `#` in the address
 * @throws Error, fit for people, where the empty page cannot be loaded
 */
export async function createSharedPage(source: GraphSource, fragment: string): Promise<Blob> {
  const response = await fetch(new URL("share.html", document.baseURI)).catch(() => undefined);
  const template = response?.ok ? await response.text() : "";
  if (!template.includes('id="code"'))
    throw new Error("The empty page could not be loaded: is there a connection?");
  const pieces = generateSharedPage(template, source, { name: document.title, fragment });
  return await runInSlices(collect(pieces, "text/html"));
}

// The least that shows a graph: graphology reads the file, Sigma draws it with its default settings.
import { UndirectedGraph } from "graphology";
import { parse } from "graphology-gexf/browser";
import { Sigma } from "sigma";

declare global {
  var sigma: Sigma | undefined;
}

const container = document.querySelector<HTMLElement>("#graph");
const address = new URLSearchParams(location.search).get("graph");
if (container && address) {
  const text = await (await fetch(address)).text();
  globalThis.sigma = new Sigma(parse(UndirectedGraph, text), container);
}

import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createServer, type ViteDevServer } from "vite";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { graphData } from "../../src/dev/graph-data.ts";
import type { SerializedMinutesGraph } from "../../src/model/graph-attributes.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

describe("the graph in development", () => {
  let folder: string;
  let server: ViteDevServer;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "graph-data-"));
    await mkdir(join(folder, "minutes"));
    await writeMinutes("pilots.txt", "Ida Holm");
    const watched = {
      name: "watch-data",
      configureServer: ({ watcher }: ViteDevServer) => void watcher.add(folder),
    };
    server = await createServer({
      root,
      configFile: false,
      logLevel: "silent",
      plugins: [graphData(folder), watched],
      server: { port: 0 },
      optimizeDeps: { noDiscovery: true },
    });
    await server.listen();
  }, 60_000);

  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  test("is built from the folder's minutes, without a gazetteer or corrections of its own", async () => {
    const graph = await fetchGraph();
    expect(listPeople(graph)).toEqual(["Ida Holm"]);
    expect(Object.keys(graph.attributes.documents)).toEqual(["pilots.txt"]);
  });

  test("is built again, and the page refreshed, when a file comes", async () => {
    const send = vi.spyOn(server.ws, "send");
    await writeMinutes("divers.txt", "Tom Reed");
    await vi.waitFor(() => expect(send).toHaveBeenCalledWith({ type: "full-reload" }), { timeout: 10_000 });
    expect(listPeople(await fetchGraph())).toEqual(["Ida Holm", "Tom Reed"]);
  });

  const writeMinutes = (name: string, person: string): Promise<void> =>
    writeFile(
      join(folder, "minutes", name),
      `Harbour call, May 7th, 2019\n\nAttendees:\n- ${person} (Nordkai)\n`,
    );

  async function fetchGraph(): Promise<SerializedMinutesGraph> {
    const [address = ""] = server.resolvedUrls?.local ?? [];
    const response = await fetch(new URL("graph.json", address));
    return (await response.json()) as SerializedMinutesGraph;
  }
});

function listPeople(graph: SerializedMinutesGraph): string[] {
  const people = graph.nodes.filter(({ attributes }) => attributes?.kind === "person");
  return people.map(({ attributes }) => attributes?.label ?? "").toSorted();
}

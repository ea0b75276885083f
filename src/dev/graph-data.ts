import type { ServerResponse } from "node:http";
import { join, relative, resolve, sep } from "node:path";
import { runnerImport, type Connect, type Plugin, type ViteDevServer } from "vite";
import type { BuildResult } from "../build-graph.ts";
import type * as BuildData from "./build-data.ts";

/** How long a folder must be quiet before it is read again, in milliseconds. */
const QUIET = 80;
const REPORTED = 5;

/**
 * Gives the page its `graph.json`, made from a folder of data: a file of the built page, and in development a graph
 * that is made anew, with a refresh of the page, when the data or the code that reads them change.
 * @param folder the data's, relative to the project's
 */
export function graphData(folder: string): Plugin {
  let root = "";
  return {
    name: "graph-data",
    configResolved: (config) => {
      root = config.root;
    },
    async generateBundle() {
      const { result } = await build(root, folder);
      for (const line of describeProblems(result)) this.warn(line);
      this.emitFile({ type: "asset", fileName: "graph.json", source: JSON.stringify(result.graph) });
    },
    configureServer: (server) => serveGraph(server, resolve(root, folder)),
  };
}

interface Built {
  result: BuildResult;
  /** The files of code that made it. */
  code: ReadonlySet<string>;
}

/** Loads the builder as it is now: it changes while the server runs. */
async function build(root: string, folder: string): Promise<Built> {
  const builder = join(root, "src/dev/build-data.ts");
  const { module, dependencies } = await runnerImport<typeof BuildData>(builder, {
    root,
    configFile: false,
    logLevel: "error",
  });
  const code = new Set([builder, ...dependencies].map((path) => resolve(root, path)));
  return { result: await module.buildData(resolve(root, folder)), code };
}

function serveGraph(server: ViteDevServer, folder: string): void {
  const { root, logger } = server.config;
  let built: Promise<Built> | undefined;
  let code: ReadonlySet<string> = new Set();
  let timer: NodeJS.Timeout | undefined;
  const answer = async (response: ServerResponse, next: Connect.NextFunction): Promise<void> => {
    try {
      built ??= build(root, folder);
      const made = await built;
      code = made.code;
      for (const line of describeProblems(made.result)) logger.warn(line);
      response.setHeader("Content-Type", "application/json");
      response.setHeader("Cache-Control", "no-store");
      response.end(JSON.stringify(made.result.graph));
    } catch (error) {
      built = undefined;
      next(error);
    }
  };
  server.watcher.on("all", (_, path) => {
    const isData = !relative(folder, path).startsWith(`..${sep}`);
    if (!isData && !code.has(path)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      built = undefined;
      server.ws.send({ type: "full-reload" });
    }, QUIET);
  });
  server.middlewares.use((request, response, next) => {
    if (request.url?.split("?")[0] !== "/graph.json") return next();
    void answer(response, next);
  });
}

/** The first problems of the data that somebody should know of, each with its place. */
function describeProblems({ diagnostics }: BuildResult): string[] {
  const problems = diagnostics.filter(({ severity }) => severity === "error");
  const more = problems.length - REPORTED;
  return [
    ...problems
      .slice(0, REPORTED)
      .map(({ document, line, message }) =>
        [document, line, ` ${message}`].filter((part) => part !== undefined).join(":"),
      ),
    ...(more > 0 ? [`${more} more problems in the data`] : []),
  ];
}

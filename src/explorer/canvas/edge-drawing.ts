import type { EdgeDisplayData } from "sigma/types";
import { eachInSteps } from "../../graph/in-steps.ts";
import type { EdgeAttributes } from "../../model/graph-attributes.ts";
import { reserve, takePlace } from "./drawing-programs.ts";
import { SharedLooks } from "./shared-looks.ts";
import type { InnerSigma } from "./sigma-inner.ts";

/** Edges do not answer to the pointer. */
const NO_ID = 0;

/**
 * Gives edges to Sigma's programs, as Sigma does. Where edges have neither labels nor events, nobody asks for the object
 * and the three entries that Sigma keeps for each: they would be most of what a drawing keeps in memory.
 */
export class EdgeDrawing {
  private readonly numbers = new Map<string, number>();
  private looks: EdgeDisplayData[] = [];
  private shared = new SharedLooks<EdgeDisplayData>();
  /** By number: where in its program an edge is. */
  private places = new Uint32Array(0);

  constructor(private readonly inner: InnerSigma) {}

  /** Draws all edges, each with what the reducer says of it now. */
  *fill(): Generator<void> {
    const { graph, edgePrograms } = this.inner;
    const counts = new Map<string, number>();
    this.numbers.clear();
    this.looks = [];
    this.shared = new SharedLooks();
    this.places = new Uint32Array(graph.size);
    yield* eachInSteps(graph.edgeEntries(), ({ edge, attributes }) => {
      const number = this.looks.length;
      const look = this.reduce(edge, attributes);
      this.numbers.set(edge, number);
      this.looks.push(look);
      this.places[number] = takePlace(counts, look.type);
    });
    reserve(edgePrograms, counts);
    let number = 0;
    yield* eachInSteps(graph.edgeEntries(), ({ source, target }) => this.process(number++, source, target));
  }

  /**
   * Asks the reducer again.
   * @returns whether the edge still has its place: not where another program draws it from now on
   */
  look(edge: string): boolean {
    const number = this.numbers.get(edge);
    if (number === undefined) return false;
    const look = this.reduce(edge, this.inner.graph.getEdgeAttributes(edge));
    if (look.type !== this.looks[number]?.type) return false;
    this.looks[number] = look;
    return true;
  }

  /** Draws an edge anew, between where its ends are now. */
  draw(edge: string): void {
    const { graph } = this.inner;
    const number = this.numbers.get(edge);
    if (number !== undefined) this.process(number, graph.source(edge), graph.target(edge));
  }

  private process(number: number, source: string, target: string): void {
    const { edgePrograms, nodeDataCache } = this.inner;
    const [look, from, to] = [this.looks[number], nodeDataCache[source], nodeDataCache[target]];
    if (!look || !from || !to) return;
    edgePrograms[look.type]?.process(NO_ID, this.places[number] ?? 0, from, to, look);
  }

  private reduce(edge: string, attributes: EdgeAttributes): EdgeDisplayData {
    const { defaultEdgeType, edgeReducer } = this.inner.settings;
    const look = edgeReducer(edge, attributes);
    look.type ??= defaultEdgeType;
    return this.shared.share(look as EdgeDisplayData);
  }
}

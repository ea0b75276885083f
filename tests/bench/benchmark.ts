/** Something that must not become slow. */
export interface Benchmark {
  name: string;
  ours: () => unknown;
  /** What it is compared with, run in turns with ours. */
  floor?: () => unknown;
  /** The largest median: as a multiple of the floor's, or in milliseconds where there is no floor. */
  atMost: number;
  /** Whether to take the processor's time where it is shorter than the clock's: other programs do not lengthen it. */
  ofProcessor?: boolean;
  /** 5 unless told. */
  runs?: number;
}

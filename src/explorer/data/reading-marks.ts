/**
 * Marks on the browser's time line, for benchmarks and for whoever profiles: when a graph came from the worker that read
 * it, and when the page has it. Before the first, the page only waits.
 */
export const RECEIVED = "minutes-graph:received";
export const READ = "minutes-graph:read";

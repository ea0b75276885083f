/**
 * So long a piece of work goes on before others have their turn, in milliseconds: tidying memory, which comes in the
 * middle of it, takes up to thirty more.
 */
const SLICE = 5;

/**
 * Does work that yields often, a slice at a time, so that the page can draw and listen in between. The first slice is
 * done at once: what fits into it is done when the call returns.
 * @param work yields wherever it may be interrupted: at least every millisecond
 * @param signal stops the work between two slices; the promise then rejects with its reason
 */
export async function runInSlices<Result>(
  work: Generator<void, Result>,
  signal?: AbortSignal,
): Promise<Result> {
  for (;;) {
    signal?.throwIfAborted();
    const { done, value } = runSlice(work);
    if (done) return value;
    await nextTask();
  }
}

/** Does one slice of such work. */
export function runSlice<Result>(work: Generator<void, Result>): IteratorResult<void, Result> {
  const end = performance.now() + SLICE;
  for (;;) {
    const step = work.next();
    if (step.done || performance.now() >= end) return step;
  }
}

/** Lets the page draw and listen. Unlike a timeout, a message comes without delay. */
export function nextTask(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.addEventListener("message", () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(undefined);
  });
}

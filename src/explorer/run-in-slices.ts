/**
 * So long a piece of work goes on before others have their turn, in milliseconds: tidying memory, which comes in the
 * middle of it, takes up to thirty more.
 */
const SLICE = 5;
/** So long a page that is never idle, since it draws, lets other work wait, in milliseconds. */
const LONGEST_WAIT = 1000;

/**
 * Does work that yields often, a slice at a time, so that the page can draw and listen in between. The first slice is
 * done at once: what fits into it is done when the call returns.
 * @param work yields wherever it may be interrupted: at least every millisecond
 * @param signal stops the work between two slices; the promise then rejects with its reason
 * @param first how long the first slice may be, in milliseconds
 */
export async function runInSlices<Result>(
  work: Generator<void, Result>,
  signal?: AbortSignal,
  first = SLICE,
): Promise<Result> {
  for (let length = first; ; length = SLICE) {
    signal?.throwIfAborted();
    const { done, value } = runSlice(work, length);
    if (done) return value;
    await nextTask();
  }
}

/** Does one slice of such work. */
export function runSlice<Result>(
  work: Generator<void, Result>,
  length = SLICE,
): IteratorResult<void, Result> {
  const end = performance.now() + length;
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

/** Not every browser tells when it is idle. */
export function untilIdle(): Promise<void> {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(() => resolve(), { timeout: LONGEST_WAIT });
    else setTimeout(resolve, LONGEST_WAIT);
  });
}

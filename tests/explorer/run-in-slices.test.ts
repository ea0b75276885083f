import { expect, test, vi } from "vitest";
import { runInSlices } from "../../src/explorer/run-in-slices.ts";

function* work(steps: number, done: number[] = []): Generator<void, number[]> {
  for (let step = 0; step < steps; step++) {
    const end = performance.now() + 1;
    while (performance.now() < end);
    done.push(step);
    yield;
  }
  return done;
}

test("what fits into one slice is done when the call returns", () => {
  const clock = vi.spyOn(performance, "now").mockReturnValue(0);
  const done: number[] = [];
  function* record(): Generator<void, void> {
    for (const step of [0, 1]) {
      done.push(step);
      yield;
    }
  }
  void runInSlices(record());
  clock.mockRestore();
  expect(done).toEqual([0, 1]);
});

test("others have their turn during long work, and its result comes", async () => {
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  expect(await runInSlices(work(60))).toHaveLength(60);
  clearInterval(timer);
  expect(turns).toBeGreaterThan(0);
});

test("stops between two slices, and says why", async () => {
  const done: number[] = [];
  const stop = new AbortController();
  const running = runInSlices(work(1000, done), stop.signal);
  stop.abort(new Error("enough"));
  await expect(running).rejects.toThrow("enough");
  expect(done.length).toBeLessThan(1000);
});

test("an error in the work is the call's", async () => {
  function* fail(): Generator<void, void> {
    yield;
    throw new Error("broken");
  }
  await expect(runInSlices(fail())).rejects.toThrow("broken");
});

test("a first slice that may be longer does more before others have their turn", () => {
  const clock = vi.spyOn(performance, "now");
  const count = (first?: number): number => {
    let time = 0;
    clock.mockImplementation(() => time++);
    let steps = 0;
    function* record(): Generator<void, void> {
      while (steps < 1000) {
        steps++;
        yield;
      }
    }
    const stop = new AbortController();
    runInSlices(record(), stop.signal, first).catch(() => undefined);
    stop.abort();
    return steps;
  };
  expect(count(50)).toBeGreaterThan(5 * count());
  clock.mockRestore();
});

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { nextTask, runInSlices, runSlice } from "../run-in-slices.ts";

/**
 * What a long piece of work comes to: at once where it fits into one slice of time, else as soon as it is done. What
 * it came to before stands until then.
 * @param owner whose result it is: that of another does not stand
 * @param begin called anew for another owner, and for other inputs
 * @returns undefined until there is a result; whether it is the one for these inputs
 */
export function useSlices<Result>(
  owner: unknown,
  begin: () => Generator<void, Result>,
  inputs: readonly unknown[],
): { result: Result | undefined; isCurrent: boolean } {
  const [, setCount] = useState(0);
  const last = useRef<{ owner: unknown; begun: object; result: Result } | undefined>(undefined);
  const begun = useMemo(() => {
    const work = begin();
    return { work, step: runSlice(work) };
  }, [owner, ...inputs]);
  const { work, step } = begun;
  if (step.done) last.current = { owner, begun, result: step.value };
  useEffect(() => {
    if (step.done) return undefined;
    const stop = new AbortController();
    const take = async (result: Result): Promise<void> => {
      // What it comes to is drawn at once, which takes a slice of its own.
      await nextTask();
      if (stop.signal.aborted) return;
      last.current = { owner, begun, result };
      setCount((count) => count + 1);
    };
    runInSlices(work, stop.signal).then(take, (cause: unknown) => {
      if (!stop.signal.aborted) throw cause;
    });
    return () => stop.abort();
  }, [begun]);
  const found = last.current;
  return {
    result: found?.owner === owner ? found?.result : undefined,
    isCurrent: found?.begun === begun,
  };
}

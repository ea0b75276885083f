/**
 * A function of a text that remembers what it gave: minutes ask for the same words and lines again and again.
 *
 * It forgets everything when the texts that it remembers have {@link MOST_UNITS} UTF-16 code units.
 * @param compute gives the same for the same text, and what it gives is changed by nobody
 */
export function remember<Result>(compute: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result | typeof NOTHING>();
  let units = 0;
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found === NOTHING ? (undefined as Result) : (found as Result);
    const result = compute(text);
    units += text.length;
    if (units > MOST_UNITS) {
      known.clear();
      units = text.length;
    }
    known.set(text, result === undefined ? NOTHING : result);
    return result;
  };
}

/** Stands for undefined, which a map gives for what it does not have, too. */
const NOTHING = Symbol("nothing");
const MOST_UNITS = 1 << 20;

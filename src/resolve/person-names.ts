import { distance } from "fastest-levenshtein";

/** Spelt alike but for one letter, and long enough for that to be a slip. */
export const isOneEdit = (a: string, b: string): boolean =>
  Math.min(a.length, b.length) >= 5 && Math.abs(a.length - b.length) <= 1 && distance(a, b) === 1;

/** As {@link isOneEdit}, for given names: they are shorter, and "Mario" and "Maria" are two. */
export const isSlip = (a: string, b: string): boolean =>
  Math.min(a.length, b.length) >= 4 &&
  Math.max(a.length, b.length) >= 5 &&
  a[0] === b[0] &&
  distance(a, b) === 1 &&
  !(a.at(-1) !== b.at(-1) && (/[aeo]$/.test(a) || /[aeo]$/.test(b)) && !(a.endsWith("h") || b.endsWith("h")));

/** "Steve" for "Stephen": pairs that no spelling rule gives. */
const SHORT_FORMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    bill: "william",
    will: "william",
    bob: "robert",
    rob: "robert",
    dick: "richard",
    rick: "richard",
    jim: "james",
    jack: "john",
    mike: "michael",
    steve: "stephen",
    ted: "edward",
    tony: "anthony",
    liz: "elizabeth",
    beth: "elizabeth",
    kate: "katherine",
    kathy: "katherine",
    peggy: "margaret",
    sasha: "alexander",
    sandy: "alexander",
    andy: "andrew",
    drew: "andrew",
    chuck: "charles",
    hank: "henry",
    larry: "lawrence",
    jerry: "gerald",
    terry: "terence",
    greg: "gregory",
    geoff: "geoffrey",
    jeff: "jeffrey",
    dave: "david",
    nick: "nicholas",
    tom: "thomas",
    tim: "timothy",
    ken: "kenneth",
    ron: "ronald",
    don: "donald",
    joe: "joseph",
    pete: "peter",
    sue: "susan",
    jen: "jennifer",
    jenny: "jennifer",
  }),
);

/** Whether a given name is a short form of another: its beginning, or one of the customary ones. */
export function isShortFormOf(short: string, full: string): boolean {
  if (short === full || short.length >= full.length) return false;
  return SHORT_FORMS.get(short) === full || (short.length >= 3 && full.startsWith(short));
}

import { foldName } from "../model/node-key.ts";
import { remember } from "../model/remember.ts";

const SKIPPED = new Set(
  "the a an of for in on to and or our your their its his her with from by at as is are be support work works patch patches patchset series issue issues update updates discussion discussions status proposal proposed implementation implementaion general new".split(
    " ",
  ),
);

/**
 * What makes two names one topic: their words of substance, in any order, whatever their number.
 * @returns the folded words, sorted; the folded name itself where no word of substance is in it
 */
export const identifyTopic = remember((name) => {
  const words = foldName(name)
    .replace(/->|[^\p{L}\p{N}+#.:_-]+/gu, " ")
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}+#]+|[^\p{L}\p{N}+#]+$/gu, ""))
    .filter((word) => word !== "" && !SKIPPED.has(word))
    .map(singular);
  return words.length ? [...new Set(words)].sort().join(" ") : foldName(name);
});

/** A plain plural's singular: "guests" and "guest" are one word, "status" and "class" stay. */
export function singular(word: string): string {
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (word.length > 3 && word.endsWith("s") && !/(?:ss|us|is|os)$/.test(word)) return word.slice(0, -1);
  return word;
}

import { judgeOnce } from "./words.ts";
import type { Status } from "../model/schema.ts";

const PATTERNS: readonly [RegExp, Status][] = [
  [/\b(?:waiting (?:for|on)|awaiting|awaits) (?:\w+ ){0,3}reviews?\b/i, "in review"],
  [/\b(?:blocked|blocker|stuck|waiting (?:for|on)|on hold|stalled|held up)\b/i, "blocked"],
  [
    /\b(?:await(?:s|ing) (?:public |internal )?reviews?|in review|under review|out for review|needs? review|review comments|on the (?:mailing )?list|posted|sent (?:an? )?(?:rfc|patch|pr)|pull request (?:is )?open|pr (?:is )?open|rfc)\b/i,
    "in review",
  ],
  [/\b(?:merged|landed|upstreamed|accepted|pulled|applied|got merged)\b/i, "merged"],
  [/\b(?:half|partly|partially)[- ](?:ready|done|finished|complete|written)\b/i, "ongoing"],
  [
    /\b(?:done|finished|completed?|finalized|finalised|released|shipped|fixed|closed|published|is ready|resolved)\b/i,
    "done",
  ],
  [
    /\b(?:ongoing|on-going|in progress|working on|wip|started|continu(?:ing|ed?)|under way|underway|is being|are being|rebasing|finishing|in the works)\b/i,
    "ongoing",
  ],
];
/** Without one of these in a word, no pattern matches. */
const TELLING =
  /review|block|stuck|waiting|hold|stalled|held|list|posted|sent|open|rfc|merged|landed|upstreamed|accepted|pulled|applied|ready|done|finish|complete|written|final|released|shipped|fixed|closed|published|resolved|going|progress|working|wip|started|continu|way|being|rebasing|works/i;

/** Whether a sentence with this word in it can report a state. */
export const canTellState = judgeOnce(({ text }) => TELLING.test(text));

const ANY = new RegExp(PATTERNS.map(([pattern]) => pattern.source).join("|"), "i");
const NOT_YET =
  /\b(?:not|n['’]t|isn|aren|yet to be|going to be|to be|will be|should be|needs? to be|want(?:s|ed)? to|be)\s+(?:\w+\s+)?$/i;

/** The state of the work that a sentence reports, or undefined where it reports none. */
export function findStatus(sentence: string): Status | undefined {
  const text = sentence.slice(0, 1000);
  if (!ANY.test(text)) return undefined;
  for (const [pattern, status] of PATTERNS) {
    const match = pattern.exec(text);
    if (match && !NOT_YET.test(text.slice(Math.max(0, match.index - 30), match.index))) return status;
  }
  return undefined;
}

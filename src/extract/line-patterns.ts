/** "ACTION:", "AI(Ann):", "TODO #12:"; the name in brackets is the first group. */
export const ACTION_LABEL =
  /^(?:new |next )?(?:action(?: item| point| required)?s?|ai|ap|ar|todo|to-do|to do|task|follow[- ]?up)(?:\s*#?\d[\d./-]*)?\s*(?:[([]([^)\]]{1,60})[)\]])?$/i;

/** "AR Ann:", "Action on Ann:" */
export const ACTION_ON = /^(?:action(?: item| point)?|ai|ap|ar|todo)(?:\s+(?:on|for|to))?\s+(?=\S)/i;

/** "[AI] Ann to write it", "ACTION - Ann to write it", "AR Ann to write it": an action without a colon. */
export const ACTION_LEAD =
  /^(?:\[(?:action(?: item)?|ai|ap|ar|todo)\](?!\()|(?:ACTION|Action|AI|AP|AR|TODO)\s+[-–—]{1,2}(?=\s)|(?:ACTION|AP|AR|TODO)(?=\s+\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*)?\s+to\s))\s*:?\s*/u;

/** "RESOLVED:", "AGREED:", "Motion 3:" */
export const DECISION_LABEL =
  /^(?:resolved|resolution|decision|decided|agreed|agreement|consensus|conclusion|motion|vote|proposed resolution|proposal|accepted|outcome)s?(?:\s*#?\d+)?$/i;

/** "feat(parser):" as commits are titled */
export const COMMIT_LABEL =
  /^(?:feat|fix|chore|docs?|refactor|perf|tests?|build|ci|style|revert)(?:\([^)]*\))?!?$/i;

/** "… was agreed. AI(Ann): write it": an action behind the sentences that led to it. */
export const INLINE_ACTION =
  /(?<=[.!?;]\s)(?:(?:ACTION|AI|AP|AR|TODO|Action|Action item)(?:\s*\([^()]{1,40}\)|\s\S{1,20})?:\s|\[(?:ACTION|AI|AP|AR|TODO)\]\s)/;

/** "Best regards, Ann" at the end of a mail */
export const SIGN_OFF =
  /^(?:(?:best|kind|warm) (?:regards|wishes)|regards|cheers|thanks|thank you|sincerely|best|yours)[,.!]?(?:\s+[~–—-]*\s*\p{Lu}[\p{L}.'’-]*){0,4}\s*$/iu;

/** Headings over reports of work: "Round table", "Weekly status" */
export const REPORTS =
  /stand[- ]?ups?|round[- ]?(?:table|robin)|status|updates?|reports?|weekly|progress|check[- ]?ins?|what (?:we|everyone|people)|individual/i;

/** What stands alone on a line and is no matter of the meeting */
export const NOT_A_TOPIC =
  /^(?:(?:approved|carried|passed|rejected|unanimous|seconded|adjourned|deferred|postponed|quorum)\b.*|(?:everyone|everybody|all participants)\b.*|(?:join|dial|call)(?:ing)?[- ](?:in|via|us|the|at)\b.*|none|n\/a|nothing\b.*|notes?|fyi|tl;?dr|nb|tbd|no updates?|same|see above|as above|skip(?:ped)?|yes|no|ok|done|thanks?|\W*)$/i;

/** "The Chair welcomed the participants": a sentence, though of nobody by name. */
export const BODY_ACTS =
  /^(?:the )?(?:chair(?:man|person|woman)?|secretary|president|group|board|committee|council|meeting|members|delegates|participants|attendees|team) \p{Ll}+(?:ed|s)\b/iu;

/** Offices whose holder owns the matter under whose heading they are named */
export const PRESENTERS = /^(?:moderat|present|lead|led|champion|host|facilitat|speaker|topic lead)/i;

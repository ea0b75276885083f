/** "RESOLVED:", "AGREED:", "Motion 3:" */
export const DECISION_LABEL =
  /^(?:resolved|resolution|decision|decided|agreed|agreement|consensus|conclusion|motion|vote|proposed resolution|proposal|compromise|accepted|outcome)s?(?:\s*#?\d+)?$/i;

/** "feat(parser):" as commits are titled */
export const COMMIT_LABEL =
  /^(?:feat|fix|chore|docs?|refactor|perf|tests?|build|ci|style|revert)(?:\([^)]*\))?!?$/i;

/** "… was agreed. AI(Ann): write it": an action behind the sentences that led to it. */
export const INLINE_ACTION =
  /(?<=[.!?;]\s)(?:(?:ACTION|AI|AP|AR|TODO|Action|Action item)(?:\s*\([^()]{1,40}\)|\s\S{1,20})?:\s|\[(?:ACTION|AI|AP|AR|TODO)\]\s|@\p{L}[\p{L}\p{N}_.-]{1,30}:\s(?=\p{Ll}))/u;

/** "Best regards, Ann" at the end of a mail */
export const SIGN_OFF =
  /^(?:(?:best|kind|warm) (?:regards|wishes)|regards|cheers|thanks|thank you|sincerely|best|yours)[,.!]?(?:\s+[~–—-]*\s*\p{Lu}[\p{L}.'’-]*){0,4}\s*$/iu;

/** Headings over reports of work: "Round table", "Weekly status" */
export const REPORTS =
  /stand[- ]?ups?|round[- ]?(?:the[- ])?(?:table|room|robin)|tour de table|status|updates?|reports?|weekly|progress|check[- ]?ins?|what (?:we|everyone|people)|individual/i;

/** What stands alone on a line and is no matter of the meeting */
export const NOT_A_TOPIC =
  /^(?:(?:approved|carried|passed|rejected|unanimous|moved|seconded|motions? (?:of|by|to|from)|adjourned|deferred|postponed|tabled|quorum|motion carries|(?:respectfully )?submitted|(?:created|generated|formatted|prepared|edited|posted|last modified)(?= (?:by|on|at|with)\b|$))(?:\b.*)?|(?:everyone|everybody|all participants)\b.*|(?:join|dial|call)(?:ing)?[- ](?:in|via|us|the|at)\b.*|(?:next )?(?:telco|telecon|meeting|call) \d.*|(?:no|not|nobody|nothing|none|yes|yep|please|fine|agreed|thanks|sorry|sure|hi|hello|dear)(?![\p{L}\p{N}-]).*|.*\bnot (?:here|present|there|taken)\b.*|(?:on|at|in) (?:behalf|it|hold)\b.*|\p{L}{1,4} presents|\p{Ll}+ (?:it|them|this|that)\b.*|n\/a|unassigned|notes?|fyi|tl;?dr|nb|tbd|same|see (?:above|below|sec)\b.*|as above|skip(?:ped)?|async|ok|done|\W*)$/iu;

/** "Also: …", "Problem: …", "For: 5": a label that says how a remark is meant, and not what it is about */
export const REMARK_LABEL =
  /^(?:also|and|but|so|still|note|nb|fyi|ps|p\.s|for|against|abstain(?:ed|ing)?|abstentions?|in favou?r|opposed|yes|no|there|not there|here|not here|remark|comment|comments?|idea|problem|issue|reason|rationale|motivation|background|context|example|examples?|e\.g|pros?|cons?|advantages?|disadvantages?|result|status|st|question|questions?|q|a|answer|reply|response|poll|straw ?poll|show of hands|proposed|warning|error|succeeded|failed|found|created|updated|posted|reported|due|deadline|eta|when|where|who|why|what|how|priority|severity|owner|link|url|see|slides?|recording|mailing list|list|chat|slack|irc|zoom|channel|wiki|repo|help|halp|info|link|scribenick|scribe ?nick|previously|tldr|tl;dr|plan|goals?|option \S{1,2}|step \d+|slide \d+|minutes|recording \/ slides|homework(?: for .*)?|good|bad|worse|better|bonus|caveat|hint|reminder|objections?|concerns?|show (?:and|&) tell|demos?)$/i;

/** "Location: Room 4": where and when the meeting was, and how to get there */
export const PLACE_LABEL =
  /^(?:location|venue|room|place|city|where|when|time|times|dial[- ]?in|calendar|phone|bridge|zoom|webex|teams|jitsi|password|passcode|meeting id)$/i;

/** "Status: on track", behind a matter: how it stands, in a word or a few */
export const isBareStatus = (label: string, rest: string): boolean =>
  /^status$/i.test(label) && rest.length < 60 && rest.split(/\s+/).length <= 4;

/** "12 March", "2019-03-12, Vienna", "March 12-14": a heading that is nothing but the day */
export const DAY_ALONE = (() => {
  const month =
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b";
  const day = `\\d{1,4}[./-]\\d{1,2}\\b|\\d{4}\\b|\\d{1,2}(?:st|nd|rd|th)?[ .-]+${month}|${month}\\.?[ -]+\\d`;
  return new RegExp(`^(?!.*\\b(?:release|beta|rc\\d*)\\b)\\W*(?:${day})[\\p{L}\\p{N}_,./ –-]{0,30}$`, "iu");
})();

/** "The Chair welcomed the participants": a sentence, though of nobody by name. */
export const BODY_ACTS =
  /^(?:the )?(?:chair(?:man|person|woman)?|secretary|president|group|board|committee|council|meeting|members|delegates|participants|attendees|team) \p{Ll}+(?:ed|s)\b/iu;

/** "Seconded: Ann", "New members: Bob": who is named behind these has nothing to do */
export const VOTES =
  /\b(?:second|moved?|mover|for|against|favou?r|abstain|abstention|vote|voting|yes|no|present|absent|late|guests?|new|welcome|thanks|congrat|elect|nominat|members?|attend|regrets|apologies|cc|contact|from|by|with)/i;

/** Offices whose holder owns the matter under whose heading they are named */
export const PRESENTERS =
  /\b(?:moderat|present|leads?\b|led\b|champion|host|facilitat|speaker|owner|owned|shepherd|assignee|assigned|driver|driving|responsible|author|editor|contact|proposer|proposed by)/i;

/** "Owner: Ann" below a matter */
export const OWNER_LABEL =
  /^(?:(?:topic|item|track|feature|project|work|issue) )?(?:owners?|assignees?|assigned(?: to)?|shepherds?|champions?|drivers?|driver|responsible|proposers?|proposed by|presented by|owned by|led by|point of contact|poc|speakers?|who|authors?|leads?|(?:program(?:me)?|organi[sz]ing|drafting|review|selection|steering) (?:committee|cmte|comm|team|group|crew)|organi[sz]ers?|working on (?:it|this))$/i;

/** "Completed action items", "Closed actions": what was promised and has been done */
export const CLOSED_ACTIONS =
  /^\W*(?:closed|completed|finished|done|resolved) (?:\w+ )?(?:actions?|action items?|ais?|aps?|todos?|tasks)\b/i;

/** "Review of action items", "Actions from last week": what was promised before */
export const OLD_ACTIONS =
  /^(?!.*\b(?:done|closed)\b)\W*(?:\S+\s+){0,5}(?:actions?|action items?|ais|aps|todos)\b/i;

/** "Release manager for 3.1: Ann": offices of the work, and not of the meeting */
export const HELD_OFFICE =
  /\b(?:(?:release|project|product|event|program(?:me)?|community|docs?|track|build|security) (?:manager|lead|chair|captain|driver|coordinator|owner|engineer)|roles?|(?:manager|maintainer|owner|coordinator|captain|responsible) (?:for|of))\b/i;

import { remember } from "../model/remember.ts";

/** What a heading or a label announces, in the words that minute-takers use for it. */
export type SectionRole =
  | "present"
  | "absent"
  | "roster"
  | "agenda"
  | "minutes"
  | "actions"
  | "decisions"
  | "done"
  | "next"
  | "blocked"
  | "procedure"
  | "references"
  | "officer"
  | "date";

const EXACT: Readonly<Record<SectionRole, string>> = {
  present:
    "attendees|attendee|attending|attended|attendance|attendees list|list of attendees|present|people present|members present|present members|participants|participant|participating|who attended|in attendance|who|people|on|on the call|on call|remote attendees|in-person attendees|in person attendees|remote participants|voting members present|voting members|non-voting members|members|visitors|guests|guest|observers|invited|invited guests|invitees|others present|also present|staff|roll call|rollcall|present on the call|callers|committers|maintainers present|core team|tsc members|others|online|on site|onsite|remote|joined|attendee names|meeting attendees|meeting participants|representatives|speaker|speakers|panelists|quorum|here|there|present here|also here|also there|also on the call|who was there|who is here|dialed in|dialled in|phone|on phone|on zoom|virtual|in the room|attended by|with|attendance list|sign-in sheet|sign in|board members|directors|officers|officers present|trustees|trustees present|councillors|who's here|who's there|whos here|who's in|who is attending|late|came late|arrived late|joined late|left early|present in person|present remotely",
  absent:
    "regrets|apologies|apologies for absence|absent|absentees|absences|excused|not present|missing|unable to attend|not attending|members absent|regret|out|not here|not there|away|sorry|cannot attend|can't attend|couldn't attend|couldn't make it|did not attend|sent regrets|ill|sick|on leave|on holiday|ooo|excuses|apologies received|apologies for absences|not here today|not there today|not present today|not available|unavailable|not able to attend",
  roster:
    "lost voting rights|no longer voting|removed|inactive members|emeritus|membership changes|voting rights|upcoming absences|out of office|vacations|on vacation",
  agenda:
    "agenda|agenda items|tentative agenda|proposed agenda|draft agenda|today's agenda|todays agenda|meeting agenda|topics for discussion|table of contents|contents|overview of topics",
  minutes:
    "minutes|notes|meeting notes|meeting minutes|discussion|discussions|discussion notes|summary|topics|discussion topics|main topics|agenda and minutes|agenda and notes|minutes of the meeting|details|additional details|key takeaways|takeaways|highlights|summary of discussion|discussion items|items discussed|topics discussed|short topics/notes|short topics|other notes|meeting|log|transcript|meeting log|full log|full transcript|complete log|chat log|channel log|week update|weekly update|updates|round table|roundtable|stand-up|standup|stand up|status updates|status|reports|general|backlog|triage|main|background|meeting comments|comments|risks|issues and risks|meeting summary|summary of the meeting|meeting log",
  actions:
    "actions|action|action items|action item|actions items|ai|ais|ap|aps|aa|todo|todos|to do|to-do|to dos|tasks|next steps|next step|follow-ups|follow ups|followups|follow up|follow-up|assignments|new action items|new actions|open action items|open actions|actions from this meeting|summary of action items|summary of actions|action points|deliverables|from this meeting|last week's actions|last weeks actions|review of actions|ar review|ap review|ai review|review of action items|action item review|review action items|action items review|previous action items|review previous action items|old action items",
  decisions:
    "decisions|decision|resolutions|resolution|resolved|conclusion|conclusions|conclusion/resolution|conclusions/resolutions|conclusion/decision|agreed|agreements|consensus|outcome|outcomes|summary of resolutions|result|results|motions|motion|vote|votes|meeting conclusion|verdict",
  done: "done|completed|accomplished|accomplishments|last week|past week|yesterday|since last meeting|finished|what i did|progress|previous week|this week|in progress|doing|working on|today|currently|wip|ongoing|current|merged|landed|status update|achievements|did|shipped",
  next: "pending|outstanding|carried over|next|next week|coming week|upcoming|plan|plans|planned|next up|tomorrow|up next|to be done|coming up|planning|will do|future",
  blocked:
    "blocked|blockers|blocker|stuck|impediments|waiting|waiting on|waiting for|needs help|blocked on|blocked by|help with|need help with|needs help with|help needed|help wanted",
  procedure:
    "note well|matters arising|business arising|q&a, other|q&a / other|agenda bash|chairs intro|intro|intros|opening remarks|closing remarks|ipr|ipr policy|ipr reminder|patent policy|anti-trust|antitrust reminder|antitrust statement|antitrust compliance|previous minutes|minutes from previous meetings|minutes from previous meeting|minutes of previous meeting|minutes of the previous meeting|minutes of last meeting|minutes of the last meeting|approval of previous minutes|approval of last minutes|minutes approval|approve previous minutes|agree minutes|agree agenda|confirm agenda|agenda approval|accept minutes|welcome new members|new members|new attendees|introduce new members|newcomers|hellos|check-in|checkin|general announcements|community announcements|upcoming dates|important dates|apologies and introductions|welcome and introductions|welcome & introductions|welcome and apologies|declarations of interest|conflicts of interest|any questions|final remarks|date of the next meeting|next steps and adjourn|meeting close|end of meeting|meeting adjourned|other matters|varia|aob|any other topics|any other items|open floor|open discussion|open forum|other business|other topics|misc|miscellaneous|introductions|introduction|welcome|welcomes|opening|closing|close|adjourn|adjournment|adjourned|call to order|approval of minutes|approval of agenda|approve minutes|approve agenda|adoption of the agenda|adoption of agenda|approval of the agenda|approval of the minutes|review of minutes|previous minutes|review of previous minutes|review of the previous meeting|review of previous meeting|previous meeting review|next meeting|next meetings|next call|date of next meeting|upcoming meetings|future meetings|schedule|scheduling|housekeeping|logistics|administrivia|admin|announcements|announcement|news|questions|q&a|q & a|questions and answers|other|other questions|scribe selection|agenda bashing|agenda review|review agenda|opens|round of introductions|follow-up from last meeting|followup from last meeting|new business|old business|unfinished business|roll call and introductions|antitrust|antitrust policy|antitrust policy notice|code of conduct reminder|volunteers for note taking|previous|meeting schedule|scheduling for next meeting|next meeting host and logistics|wrap up|wrap-up|thank you|thanks|credits|time|date and time|when|where|location|dial-in|start|end|private section|previous meeting|last meeting|meeting logistics|chat",
  references:
    "links|link|references|resources|recording|recordings|video|slides|see also|logs|related links|useful links|documents|attachments|url|urls|irc log|raw log|join|join via|zoom link|meeting link|audio recording|github issue|minutes google doc|presentation|previous notes|transcripts|livestream",
  officer:
    "scribe|scribes|scribenick|chair|chairs|co-chair|co-chairs|chairperson|facilitator|facilitators|moderator|moderators|lead|leads|host|hosts|notetaker|notetakers|note taker|note-taker|notes by|note takers|minute taker|minute-taker|minutes taker|minutes by|taken by|secretary|recorder|organizer|organiser|presenter|presenters|timekeeper|meeting chair|minutes taken by|led by|presider|author|editor|editors|scribed by|area director|area directors|responsible ad|resp. ad|convener|convenor|rapporteur|secretaries|minutes and actions by|minuted by|recorded by|notes taken by|taking notes|note taking|taking minutes|in the chair|presiding|reported by|shepherd",
  date: "date|day|date/time|date & time|date and time|meeting date",
};

const ROLES = new Map<string, SectionRole>();
for (const [role, names] of Object.entries(EXACT) as [SectionRole, string][])
  for (const name of names.split("|")) if (!ROLES.has(name)) ROLES.set(name, role);

const STARTS: readonly [RegExp, SectionRole][] = [
  [/^(?:please )?add (?:yourself|your ?sel(?:f|ves)|yourselves|your names?|names?)\b.{0,30}$/, "present"],
  [
    /^(?:on|by|via|over|through) (?:the |a )?(?:phone|telephone|zoom|teams|webex|skype|jitsi|bridge|video)(?: (?:call|link|line|bridge|conference))?$/,
    "present",
  ],
  [
    /^(?:attendees|members|those|people) (?:who |that )?(?:(?:had |have )?sent|with|gave|were) (?:their |sent )?(?:apologies|regrets|absent|excused)$/,
    "absent",
  ],
  [
    /^(?:who|people|members|voting|tsc|board|committee|remote|in.person|phone|virtual|onsite|other)\s(?:was\s|were\s)?(?:present|attend(?:ed|ees|ance)|participants|attending)\b/,
    "present",
  ],
  [/^(?:attendees|participants|present|attending|attended|people present)\b.{0,24}$/, "present"],
  [/^(?:also|others?) (?:present|in attendance|attending)\b.{0,50}$/, "present"],
  [/^(?:regrets|apologies|absent|not present|excused|not (?:here|there) today)\b.{0,24}$/, "absent"],
  // "Directors (expected to be) Present", "Executive Officers Absent"
  [
    /^(?!.*\b(?:at|to|will|who|can|must|be|is)\s\S+$)(?:[\p{L}-]+ ){1,3}(?:\([^()]{0,40}\) )?(?:present|attending|in attendance|attendees|participants)$/u,
    "present",
  ],
  [
    /^(?!.*\b(?:at|to|will|who|can|must|be|is)\s\S+$)(?:[\p{L}-]+ ){1,3}(?:\([^()]{0,40}\) )?(?:absent|excused|regrets|apologies)$/u,
    "absent",
  ],
  [
    /^(?:lost|losing|lose|regained?|gain(?:ed|ing)?) (?:their )?voting (?:rights|privileges|status)/,
    "roster",
  ],
  [/^(?:action items?|actions?|ais|aps|todos?|to-dos?|next steps?)\b.{0,20}$/, "actions"],
  // "Actions, as far as I wrote them down", "Action items (please check)"
  [
    /^(?:action items|actions|todos|to-dos)(?:,| \() ?(?:as|please|so far|from|for|that|not|incl)\b.{0,60}$/,
    "actions",
  ],
  // "Who does what", "Goals until next week"
  [/^who(?:'s| is| will be)? (?:does|doing|do|takes|taking) what\b.{0,20}$/, "actions"],
  [
    /^(?:goals?|plans?|tasks?|jobs?) (?:until|till|for) (?:the )?(?:next|coming|following)\b.{0,20}$/,
    "actions",
  ],
  [/^(?:a?round the (?:table|room)|tour de table|parking lot)$/, "minutes"],
  [/^(?:jabber|irc|chat|etherpad)(?: (?:scribe|relay|room))?s?$|^minute[ -]?takers$/, "officer"],
  [/^(?:agenda|proposed agenda|meeting agenda)\b.{0,16}$/, "agenda"],
  [/^(?:minutes|notes|meeting notes|discussion)\b.{0,12}$/, "minutes"],
  [/^discussed (?:on|via|by|over|offline)\b.{0,30}$/, "minutes"],
  [
    /^(?:open|new|outstanding|pending|current) (?:actions?|action items?|ais?|aps?|todos?|tasks)\b.{0,20}$/,
    "actions",
  ],
  // "Review of last meeting's actions", "Reminder of our action items from previous meetings"
  [
    /^(?:(?:review|reminder|status|recap|follow.?up)s?(?: of| on)? )?(?:(?:the|our|all|any) )?(?:(?:last|previous|prior|past|open|old|outstanding) )?(?:(?:meeting|week|call|month)(?:'s|s|s')? )?(?:action items?|actions|ais|aps|todos)(?: (?:from|of|at|since) (?:the |our )?(?:last|previous|prior|past)\b.{0,20})?$/,
    "actions",
  ],
  [/^(?:closed|completed|finished) (?:actions?|action items?|ais?|aps?|todos?|tasks)\b.{0,20}$/, "procedure"],
  [/^(?:decisions?|resolutions?|conclusions?)\b.{0,20}$/, "decisions"],
  [/^scribe(?:\.perl)? diagnostic/, "references"],
  [
    /\b(?:adoption|approval|acceptance|confirmation) of (?:the )?(?:draft )?(?:agenda|minutes)\b.{0,30}$/,
    "procedure",
  ],
  [/^(?:opening|closure|closing|close) of (?:the )?(?:meeting|session|call)\b.{0,20}$/, "procedure"],
  [
    /^(?:chairs?'? intro|note well|agenda bash|review of (?:the )?(?:minutes|agenda)|minutes (?:from|of) (?:the )?(?:previous|last|past))\b/,
    "procedure",
  ],
  [/^(?:links?|urls?|dial.?in|zoom|recordings?|slides) (?:to|for|of) /, "references"],
  [
    /^(?:nominated|pending|open|proposed|stale|untriaged|new) (?:(?:rfcs?|prs?|issues|pull requests|bugs|proposals|tickets|items)\b[\s,&]*(?:and |or )?)+$/,
    "minutes",
  ],
  [
    /^(?:announcements?|introductions?|housekeeping|scheduled meetings?|upcoming events?)\b.{0,24}$/,
    "procedure",
  ],
  [/^meeting (?:roles|info|information|details|admin)$/, "procedure"],
  [
    /^(?:\p{L}+[ -]){0,3}(?:scribe|note ?taker|note-taker|minute ?taker|minute-taker|secretary|moderator|facilitator|chair)s?$/u,
    "officer",
  ],
  [
    /^(?:next (?:meeting|call|telecon)|upcoming meetings?|approv(?:al|e) (?:of )?(?:the )?(?:last |previous |past )?(?:meeting )?(?:minutes|agenda)|review (?:of )?(?:the )?(?:last|previous|prior|past|open|outstanding) (?:meeting|minutes|week|call)|any other|scribe|date of next|call to order|follow.?ups? from)/,
    "procedure",
  ],
];

/** Most headings begin as none of these: one look tells so. */
const ANY_START = new RegExp(STARTS.map(([pattern]) => pattern.source).join("|"), "u");

/** "Members attending: 9/11": how many of how many. */
export const OF_SO_MANY = /:\s*\d{1,3}\s*(?:\/|of|out of)\s*\d{1,3}$/;

/** Folds a heading for look-up: case, numbers in front, decoration and closing marks do not count. */
export const foldHeading = remember((text) =>
  text
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/^(?:[a-z]\.?\)\s+|[\s\p{P}\p{S}\d]+(?:\)|\.)?\s*)/u, "")
    .replace(/\s*\([^()]{0,120}\)[\s:,]*(?:\s(?:please )?add your(?:self|selves| names?))?[\s:.]*$/, "")
    .replace(OF_SO_MANY, "")
    .replace(/[\s:.?!*_–—-]+$/u, "")
    .trim(),
);

/**
 * What the heading or label announces, or undefined where it names a matter of its own, or somebody for whom another
 * speaks: "Jabber (for Ann)".
 */
export const findSectionRole = (heading: string): SectionRole | undefined => findRole(heading.slice(0, 200));

const findRole = remember((heading): SectionRole | undefined =>
  RELAYED.test(heading.slice(0, 60)) ? undefined : findFoldedRole(foldHeading(heading)),
);

/** Whether what stands below is somebody's work by how far it is. */
export const isStateRole = (role: SectionRole | undefined): boolean =>
  role === "done" || role === "next" || role === "blocked";

/** Whether what stands below are people. */
export const isRoleOfPeople = (role: SectionRole | undefined): boolean =>
  role === "present" || role === "absent";

/** Whether names are listed below: of people, or of who holds an office. */
export const listsNames = (role: SectionRole | undefined): boolean =>
  isRoleOfPeople(role) || role === "officer";

const RELAYED = /^\p{L}+ \(for /u;

const findFoldedRole = remember((folded): SectionRole | undefined => {
  const exact = ROLES.get(folded);
  // "Voting participants present 7 of 9 -> quorum": how many came.
  if (!exact && /\bquorum\b.*\d|\d.*\bquorum\b/.test(folded)) return undefined;
  if (exact || folded.length > 70 || !ANY_START.test(folded)) return exact;
  return STARTS.find(([pattern]) => pattern.test(folded))?.[1];
});

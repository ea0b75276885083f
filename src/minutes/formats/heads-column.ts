const COLUMN =
  /^(?:#|no\.?|ids?|(?:full |first |last |given |family |sur)?names?|attendees?|participants?|(?:[\w-]+ ){0,3}members?|representatives?|delegates?|persons?|people|(?:member )?organi[sz]ations?|(?:member )?compan(?:y|ies)|affiliations?|employers?|orgs?|institut(?:e|ion)s?|country|nb|initials|abbreviations?|handles?|nick|github.*|irc.*|e-?mail|roles?|position|class|present|attended|attending|in attendance|voting(?: status)?|votes?|(?:main )?actions?(?: items?)?|tasks?|owners?|assignees?|assigned(?: to)?|responsible|leads?|drivers?|champions?|who|what|when|where|due(?: date)?|target|deadline|dates?|eta|prio(?:rity)?|status|state|progress|topics?|themes?|areas?|features?|projects?|components?|(?:work|doc|agenda|open|backlog) ?items?|items?|issues?|tickets?|prs?|subjects?|titles?|descriptions?|summary|details|notes?|remarks?|comments?|decisions?|outcomes?|resolution)$/i;

/** Whether words are what tables of minutes write over a column. */
export const headsColumn = (words: string): boolean =>
  words.split(/\s*[/&]\s*/, 3).every((title) => COLUMN.test(title.replace(/\(s\)$|[:.*?]+$/, "")));

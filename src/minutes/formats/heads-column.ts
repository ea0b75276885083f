const COLUMN =
  /^(?:#|no\.?|id|(?:full |first |last |sur)?names?|attendees?|participants?|members?|persons?|people|organi[sz]ations?|compan(?:y|ies)|affiliations?|employers?|institut(?:e|ion)s?|country|nb|initials|abbreviations?|handles?|nick|github.*|irc.*|e-?mail|roles?|position|present|attended|voting(?: status)?|actions?(?: items?)?|tasks?|owners?|assignees?|assigned to|responsible|who|what|when|due(?: date)?|deadline|date|status|state|topics?|items?|subjects?|titles?|descriptions?|notes?|remarks?|comments?|decisions?|outcomes?)$/i;

/** Whether words are what tables of minutes write over a column. */
export const headsColumn = (words: string): boolean => COLUMN.test(words);

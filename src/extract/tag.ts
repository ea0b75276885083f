import type { Annotations } from "./annotate.ts";
import { PLAIN_THIRD_PERSONS, PLAIN_VERBS, SPEECH_VERBS, WORK_VERBS } from "./verbs.ts";
import type { Token } from "./tokens.ts";
import {
  AUXILIARIES,
  BE_FORMS,
  CONJUNCTIONS,
  DETERMINERS,
  findDoing,
  findParticiple,
  findVerb,
  isAdverb,
  isFunctionWord,
  PREPOSITIONS,
  PRONOUNS,
} from "./vocabulary.ts";
import { judgeOnce } from "./words.ts";

/**
 * A token's part in its clause. `name` is a known person, organisation, project or term; `content` a noun or an
 * adjective, which the reader of topics need not tell apart.
 */
export type Tag =
  | "name"
  | "content"
  | "verb"
  | "aux"
  | "to"
  | "determiner"
  | "preposition"
  | "conjunction"
  | "pronoun"
  | "adverb"
  | "break"
  | "mark";

/** Participles that look like their infinitive: "is set", "was run". */
const UNCHANGED = new Set(
  "set put cut hit let shut read cost split spread run come become overcome".split(" "),
);
const BREAKS = new Set([",", ";", ".", "!", "?", ":", "(", ")", "[", "]", "–", "—", "|", "…"]);
const ALWAYS_PARTICIPLES = new Set(
  "awaiting waiting working using running requiring including going looking containing being having doing making adding allowing causing needing pending asking trying getting taking putting blocking starting continuing moving narrowing struggling seeking leading reviewing implementing investigating writing planning helping focusing focussing".split(
    " ",
  ),
);
/** Third persons that no noun's plural is written like. */
const THIRD_PERSONS = new Set(
  "says seems thinks knows believes agrees wonders prefers suggests complains appears becomes explains mentions".split(
    " ",
  ),
);
/** Verbs that are nouns behind a name: "the Acme team", "Ann review". */
const NOUNS_BEHIND_NAMES = new Set(["patch", "review", "work", "support", "test", "team"]);
const LINKING_TOKENS = new Set(["-", "&", "/", "+", "->", "=>"]);

/**
 * Tags the tokens of one sentence from left to right; linear.
 * @param isTask whether the sentence says what somebody is to do, so that it opens with a verb wherever it can
 */
export function tagTokens(
  tokens: readonly Token[],
  annotations: Annotations,
  isTask = false,
): readonly Tag[] {
  if (isTask) return readTags(tokens, annotations, true);
  const known = tagged.get(annotations);
  if (known) return known;
  const tags = readTags(tokens, annotations, false);
  tagged.set(annotations, tags);
  return tags;
}

const tagged = new WeakMap<Annotations, readonly Tag[]>();

function readTags(tokens: readonly Token[], annotations: Annotations, isTask: boolean): Tag[] {
  const tags: Tag[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (i === 0 && isTask && opensTask(tokens[0] as Token)) {
      tags.push("verb");
      continue;
    }
    if (i === 0 && isTask && isModifier(tokens)) {
      tags.push("content");
      continue;
    }
    const annotation = annotations.get(i);
    if (annotation) {
      for (let j = i; j < annotation.to; j++) tags.push("name");
      i = annotation.to - 1;
      continue;
    }
    tags.push(tagToken(tokens, tags, i, annotations));
  }
  return tags;
}

/** "signing certificate for the fonts": what is wanted is a thing, and no signing. */
function isModifier([first, next]: readonly Token[]): boolean {
  if (!first || !next?.word || next.capital || findVerb(first.lower)?.form !== "ing") return false;
  return !DETERMINERS.has(next.lower) && !PREPOSITIONS.has(next.lower) && !isAdverb(next.lower);
}

const opensTask = ({ lower }: Token): boolean => !AUXILIARIES.has(lower) && findVerb(lower)?.form === "base";

function tagToken(tokens: readonly Token[], tags: readonly Tag[], i: number, annotations: Annotations): Tag {
  const token = tokens[i] as Token;
  if (isOpenClass(token)) return tagOpenClass(tokens, tags, i, annotations);
  if (!token.word) return isBreak(token) || (isLink(token) && token.spaced) ? "break" : "mark";
  if (isAddress(token)) return "break";
  if (isClitic(token)) return isPossessive(token) ? "mark" : "aux";
  const { lower } = token;
  if (lower === "to") return isInfinitive(tokens, i) ? "to" : "preposition";
  if (isAuxiliary(token)) return "aux";
  const determines = isDeterminer(token);
  if (isPronoun(token) && !(determines && startsNoun(tokens[i + 1]))) return "pronoun";
  if (determines) return "determiner";
  if (lower === "like" && tokens[i + 1]?.lower === "to" && (isModal(tokens[i - 1]) || tags[i - 1] === "aux"))
    return "verb";
  if (lower === "like" && tags[i - 1] !== "pronoun") return "preposition";
  if (isPreposition(token)) return "preposition";
  if (isConjunction(token)) return lower === "also" ? "adverb" : "conjunction";
  return tagOpenClass(tokens, tags, i, annotations);
}

/** Whether a word is in a list, with whichever apostrophe it is written. */
const judgeIn = (words: ReadonlySet<string>): ((token: Token) => boolean) =>
  judgeOnce(({ lower }) => words.has(lower.replace("’", "'")));
const isAuxiliary = judgeIn(AUXILIARIES);
const isPronoun = judgeIn(PRONOUNS);
const isDeterminer = judgeIn(DETERMINERS);
const isPreposition = judgeIn(PREPOSITIONS);
const isConjunction = judgeIn(CONJUNCTIONS);
const isPossessive = judgeIn(new Set(["'s"]));
const isClitic = judgeOnce(({ lower }) => /^['’]/.test(lower));
const isLink = judgeOnce(({ text }) => LINKING_TOKENS.has(text));

const isAddress = judgeOnce(({ lower }) => /^(?:https?:|www\.|mailto:)/.test(lower));

/** A noun, a verb, an adjective or an adverb, by its letters. */
const isOpenClass = judgeOnce(({ lower, word }) => {
  const plain = lower.replace("’", "'");
  return (
    word &&
    !/^(?:https?:|www\.|mailto:|')/.test(plain) &&
    !isFunctionWord(plain) &&
    plain !== "to" &&
    plain !== "like"
  );
});

function tagOpenClass(
  tokens: readonly Token[],
  tags: readonly Tag[],
  i: number,
  annotations: Annotations,
): Tag {
  const token = tokens[i] as Token;
  const { lower } = token;
  // "the yearly report", and not "meets yearly"
  if (i > 0 && tags[i - 1] === "determiner" && PERIODIC.has(lower) && startsNoun(tokens[i + 1]))
    return "content";
  if (isPlainAdverb(token)) return "adverb";
  if (isCompound(tokens, tags, i)) return "adverb";
  if (i > 0 && (tags[i - 1] === "to" || isModal(tokens[i - 1])) && isUnknownVerb(lower)) return "verb";
  return isVerbHere(tokens, tags, i, annotations) ? "verb" : "content";
}

const isPlainAdverb = judgeOnce(
  ({ text, lower }) => isAdverb(lower.replace("’", "'")) && !text.includes("-"),
);

const PERIODIC = new Set("yearly quarterly monthly weekly daily early".split(" "));

/** "is test building it", "was proof reading the draft": what stands between "is" and the verb is how. */
function isCompound(tokens: readonly Token[], tags: readonly Tag[], i: number): boolean {
  const [token, doing, behind] = [tokens[i], tokens[i + 1], tokens[i + 2]];
  if (
    i === 0 ||
    tags[i - 1] !== "aux" ||
    !BE.has(tokens[i - 1]?.lower ?? "") ||
    !token ||
    !/^\p{Ll}+$/u.test(token.text)
  )
    return false;
  if (findVerb(token.lower)?.form === "ing" || findVerb(token.lower)?.form === "past") return false;
  return (
    findParticiple(doing?.lower ?? "")?.form === "ing" &&
    (DETERMINERS.has(behind?.lower ?? "") || PRONOUNS.has(behind?.lower ?? ""))
  );
}

const BE = new Set("is are was were be been am".split(" "));

const startsNoun = (next: Token | undefined): boolean => next !== undefined && canStartNoun(next);

const canStartNoun = judgeOnce(
  ({ lower, word }) =>
    word &&
    !AUXILIARIES.has(lower) &&
    !PREPOSITIONS.has(lower) &&
    !CONJUNCTIONS.has(lower) &&
    !PRONOUNS.has(lower) &&
    !isAdverb(lower) &&
    findVerb(lower)?.form !== "s",
);

/** "she'll dig", "Ann will respin": what stands behind is a verb. */
export const isModal = (token: Token | undefined): boolean => token !== undefined && isModalWord(token);

const isModalWord = judgeOnce(({ lower }) =>
  /^(?:(?:\p{L}+['’])?ll|will|can|could|would|should|must)$/u.test(lower),
);

const OBJECTS = new Set(
  "the a an it them this that these those his her their our some all without".split(" "),
);

const isUnknownVerb = (lower: string): boolean =>
  /^(?:\p{Ll}{3,}|\p{Ll}{2,}-\p{Ll}{3,})$/u.test(lower) &&
  findVerb(lower) === undefined &&
  !AUXILIARIES.has(lower) &&
  !DETERMINERS.has(lower) &&
  !PREPOSITIONS.has(lower) &&
  !PRONOUNS.has(lower) &&
  !CONJUNCTIONS.has(lower) &&
  !isAdverb(lower) &&
  !/(?:s|ing|ly)$/.test(lower);

/** "to send" and not "to the list", "to GitHub". */
function isInfinitive(tokens: readonly Token[], i: number): boolean {
  let next = tokens[i + 1];
  if (next && isAdverb(next.lower)) next = tokens[i + 2];
  if (!next?.word) return false;
  if (next.capital && next.lower !== next.text.toLowerCase()) return false;
  const behind = tokens[i + 2];
  // "Ann to nuke the buckets": a word before "the" or "it" that is no other is a verb.
  if (!next.capital && behind && OBJECTS.has(behind.lower) && isUnknownVerb(next.lower)) return true;
  return AUXILIARIES.has(next.lower)
    ? ["be", "have", "do"].includes(next.lower)
    : findVerb(next.lower)?.form === "base" && !next.capital;
}

const isVerbForm = judgeOnce(({ lower }) => findVerb(lower) !== undefined);

function isVerbHere(
  tokens: readonly Token[],
  tags: readonly Tag[],
  i: number,
  annotations: Annotations,
): boolean {
  const token = tokens[i] as Token;
  const previous = previousTag(tokens, tags, i);
  const agentBefore = previous === "name" && isAgent(annotations, i - 1);
  const next = tokens[i + 1];
  const endsClause = next === undefined || isBreak(next);
  const verb =
    (isVerbForm(token) ? findVerb(token.lower) : undefined) ??
    (previous === "aux" || (previous === "adverb" && tags[i - 2] === "aux")
      ? (findParticiple(token.lower) ?? findDoing(token.lower))
      : undefined) ??
    (agentBefore && (token.lower.endsWith("ed") || endsClause || isBusy(token, next))
      ? findDoing(token.lower)
      : undefined);
  if (!verb) return false;
  const opens = previous === "break" || previous === undefined;
  switch (verb.form) {
    case "ing":
      if (previous === "determiner" || next?.lower === "of") return false;
      if (
        previous === "verb" &&
        !takesParticiple(tokens[i - 1]) &&
        next?.word &&
        !DETERMINERS.has(next.lower)
      )
        return false;
      if (ALWAYS_PARTICIPLES.has(token.lower)) return true;
      if (previous === "content" || (previous === "name" && !agentBefore))
        return next !== undefined && DETERMINERS.has(next.lower);
      return !opens || next === undefined || !isBreak(next);
    case "past":
      if (token.capital && !opens) return false;
      if (previous === "determiner" || previous === "preposition") return false;
      if (
        previous === "content" &&
        next &&
        startsPlainNoun(next, annotations.has(i + 1)) &&
        !WORK_VERBS.has(verb.base)
      )
        return false;
      return true;
    case "base":
      // "Ann is tide lead": behind "is" stands no infinitive.
      if (previous === "aux" && BE_FORMS.has(tokens[i - 1]?.lower ?? "")) return UNCHANGED.has(token.lower);
      if (previous === "to" || previous === "aux" || previous === "pronoun") return true;
      if (previous === "conjunction") return coordinatesVerb(tags, i);
      if (previous === "adverb")
        return (
          tags[i - 2] === "pronoun" ||
          tags[i - 2] === "aux" ||
          tags[i - 2] === "to" ||
          (agentTagged(tags, i - 2) && isAgent(annotations, i - 2))
        );
      // "Ann as the PMC chair"
      if (agentBefore && hasArticle(tags, i - 1)) return false;
      if (agentBefore) return !NOUNS_BEHIND_NAMES.has(token.lower) && !token.capital;
      return opens && isImperative(verb.base, token, next, annotations.has(i + 1));
    case "s":
      if (agentBefore || previous === "pronoun" || THIRD_PERSONS.has(token.lower)) return true;
      if (
        previous === "adverb" &&
        (tags[i - 2] === "pronoun" || (agentTagged(tags, i - 2) && isAgent(annotations, i - 2)))
      )
        return true;
      if (tokens[i - 1]?.lower === "but") return next?.word === true;
      if (previous === "conjunction" && coordinatesVerb(tags, i))
        return next?.lower === "to" || next?.lower === "that" || DETERMINERS.has(next?.lower ?? "");
      if (PLAIN_THIRD_PERSONS.has(verb.base) && (previous === "content" || previous === "name") && next?.word)
        return true;
      if (opens && next?.lower === "to" && isInfinitive(tokens, i + 1)) return true;
      if (opens && WISHES.has(verb.base)) return next !== undefined && !isBreak(next);
      if (opens && ["out", "up", "off", "down"].includes(next?.lower ?? "")) return true;
      if (opens)
        return (
          next !== undefined &&
          !isBreak(next) &&
          (PLAIN_VERBS.has(verb.base) || (WORK_VERBS.has(verb.base) && DETERMINERS.has(next.lower)))
        );
      return (
        (previous === "content" || previous === "name") &&
        next !== undefined &&
        (DETERMINERS.has(next.lower) ||
          (next.lower === "to" && isInfinitive(tokens, i + 1)) ||
          next.lower === "that" ||
          PRONOUNS.has(next.lower))
      );
    default:
      return false;
  }
}

/** "Ann relaunching it", "Ann reswizzling the tiles": behind a name, whatever it says. */
const isBusy = ({ lower }: Token, next: Token | undefined): boolean =>
  lower.endsWith("ing") && OBJECTS.has(next?.lower ?? "");

/** "asks for help", "waits for the key": verbs that open a report's line, and no nouns. */
const WISHES = new Set("ask wonder wait beg hope".split(" "));

/** "started writing", and not "migrate billing service". */
const takesParticiple = (before: Token | undefined): boolean =>
  [
    "start",
    "continue",
    "keep",
    "stop",
    "finish",
    "avoid",
    "consider",
    "begin",
    "resume",
    "try",
    "suggest",
    "propose",
    "discuss",
    "plan",
    "enjoy",
    "prefer",
    "recommend",
    "like",
    "go",
    "be",
    "get",
    "mean",
    "spend",
    "work",
    "look",
  ].includes(findVerb(before?.lower ?? "")?.base ?? "");

const agentTagged = (tags: readonly Tag[], i: number): boolean => tags[i] === "name";

function isAgent(annotations: Annotations, last: number): boolean {
  for (let i = last; i >= Math.max(0, last - 6); i--) {
    const annotation = annotations.get(i);
    if (annotation)
      return annotation.to > last && (annotation.kind === "person" || annotation.kind === "organisation");
  }
  return false;
}

function hasArticle(tags: readonly Tag[], last: number): boolean {
  let i = last;
  while (i >= 0 && tags[i] === "name") i--;
  return tags[i] === "determiner" && tags[i - 1] === "preposition";
}

function previousTag(tokens: readonly Token[], tags: readonly Tag[], i: number): Tag | undefined {
  for (let j = i - 1; j >= 0; j--) {
    if (tags[j] === "mark" && !["&", "/"].includes(tokens[j]?.text ?? "")) continue;
    return tags[j];
  }
  return undefined;
}

function coordinatesVerb(tags: readonly Tag[], i: number): boolean {
  for (let j = i - 2; j >= 0 && tags[j] !== "break"; j--)
    if (tags[j] === "verb" || (tags[j] === "aux" && tags[j - 1] === "aux")) return true;
  return false;
}

/** At the start of a report line a base verb is the work: "Add support", "Fix the parser"; "Release timeline" is a noun. */
function isImperative(base: string, token: Token, next: Token | undefined, nameNext: boolean): boolean {
  if (!WORK_VERBS.has(base) && !SPEECH_VERBS.has(base) && !PLAIN_VERBS.has(base)) return false;
  if (!next || isBreak(next)) return false;
  if (DETERMINERS.has(next.lower) || next.lower === "up" || next.lower === "on" || next.lower === "out")
    return true;
  if (PREPOSITIONS.has(next.lower)) return false;
  const noun = [
    "release",
    "test",
    "work",
    "design",
    "review",
    "support",
    "patch",
    "report",
    "draft",
    "host",
    "record",
    "plan",
    "package",
    "address",
    "study",
    "research",
    "survey",
    "build",
    "change",
    "start",
    "profile",
    "spec",
    "demo",
    "set",
    "cut",
    "tag",
  ].includes(base);
  return (
    !noun || nameNext || (token.lower !== "work" && !/(?:s|ing|ion|ment|line|ity|ness)$/.test(next.lower))
  );
}

const isBreak = judgeOnce(({ text }) => BREAKS.has(text));
const startsPlainNoun = (token: Token, named: boolean): boolean =>
  named ||
  (token.word &&
    !DETERMINERS.has(token.lower) &&
    !PREPOSITIONS.has(token.lower) &&
    !CONJUNCTIONS.has(token.lower) &&
    token.lower !== "to" &&
    !AUXILIARIES.has(token.lower));

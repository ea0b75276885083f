import type { ParsedMinutes } from "../minutes/parsed-minutes.ts";
import { isGivenName } from "../model/given-names.ts";
import type { Lexicon } from "./annotate.ts";
import { addName as add, isNameToken, textOf as text } from "./add-name.ts";
import type { DocumentLine } from "./document-lines.ts";
import { learnPartner } from "./learn-partners.ts";
import { isNoTerm, isTechnicalTerm, isUnknownWord } from "./technical-term.ts";
import { type Token, tokenize } from "./tokens.ts";
import {
  findVerb,
  isFunctionWord,
  isGenericWord,
  isOrdinaryWord,
  isTemporal,
  tellsTime,
} from "./vocabulary.ts";
import { judgeOnce, oneOf } from "./words.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Words that end the name of a body: "Ember Foundation", "Parser WG". */
export const BODY_ENDINGS = set(
  "foundation tg inc inc. ltd ltd. gmbh llc corp corp. corporation committee subcommittee council consortium association alliance institute university laboratory laboratories labs research group workgroup wg sig cg tsc pmc society agency ministry department commission collective initiative taskforce",
);
/** These end a company's name only behind a word that is no ordinary one: "Ember Systems", and not "Distributed Systems". */
const COMPANY_ENDINGS = set(
  "systems technologies technology software solutions networks semiconductor semiconductors microsystems bank airlines media",
);
/** These end a body's name only behind a word that says what it does: "Technical Board", and not "Arduino Board". */
const SITTING = set("board council team office");
const OF_A_SITTING = set(
  "technical governing advisory executive architecture architectural management supervisory editorial steering release security infrastructure infra design documentation docs legal marketing qa quality kernel installer packaging website translation localization outreach operations compliance certification standards education conduct",
);
const isBeginning = oneOf("university institute department ministry bureau office academy college school");
const isShortBeginning = oneOf("univ inst dept");
/** A name in front of one of these is a project's: "the ember codebase", "upstream Ember". */
const PROJECT_NOUNS = set(
  "project repo repository library codebase framework toolkit daemon compiler layer module plugin package crate toolchain distribution distro engine runtime cli sdk community maintainers developers users upstream contributors fork spec specification backend frontend",
);
const PROJECT_MODIFIERS = set(
  "component open-source source core upstream web software database testing test build rendering",
);
const MEETING_WORDS = set(
  "meeting meetings call calls teleconference telecon telco sync sync-up syncup standup stand-up weekly biweekly bi-weekly monthly fortnightly quarterly annual community developer developers dev core team minutes notes workgroup wg sig summit f2f face-to-face plenary conference session hangout chat office hours irc triage planning maintainers maintainer steering technical status update working group general committee public open project call kickoff retrospective discussion forum bof",
);
const PREFIXES = set(
  "re de un sub multi pre post non co anti semi cross inter self mid over under ex pro dis mis super ultra meta micro macro mini auto bi tri",
);

/** Learns organisations and projects that the document itself makes known as such. */
export function learnNames(minutes: ParsedMinutes, all: readonly DocumentLine[], lexicon: Lexicon): void {
  const lines = all.filter(isNoReference).map(({ tokens }) => tokens);
  for (const title of new Set([minutes.title, minutes.nodes[0]?.content.text ?? ""]))
    learnFromTitle(tokenize(title.slice(0, LONGEST_TITLE)), lines, lexicon);
  for (const tokens of lines) {
    for (let i = 0; i < tokens.length; i++) {
      if (!canBeNamed(tokens[i] as Token) && !isGroupNoun(tokens[i + 1])) continue;
      learnBody(tokens, i, lexicon);
      learnGroup(tokens, i, lexicon);
      learnPartner(tokens, i, lexicon);
      learnProject(tokens, i, lexicon);
      learnCollective(tokens, i, lexicon);
      learnIdentifier(tokens, i, lexicon);
      learnHumps(tokens, i, lexicon);
      learnVersioned(tokens, i, lexicon);
    }
  }
  learnRepositories(minutes, lines, lexicon);
}

/** What has a small letter and is in a dictionary is no name, but in front of a word for a group. */
const canBeNamed = judgeOnce((word) => {
  const token = { spelling: word };
  return word.capital || isUnknownWord(token) || isTechnicalTerm(token) || isPackageLike(token);
});

const isGroupNoun = (token: Token | undefined): boolean => token !== undefined && namesGroup(token);
const namesGroup = judgeOnce(({ text: name }) => name === "team" || GROUPS.has(name));

const isNoReference = ({ node, above }: DocumentLine): boolean =>
  node.role !== "references" && !above.includes("references");

/** "Planning & Control WG", "Security and Privacy Group": where a body's name begins whose matters are joined. */
function behindJoint(tokens: readonly Token[], from: number): number {
  const [first, joint] = [tokens[from - 2], tokens[from - 1]];
  if (!/^(?:&|and)$/.test(joint?.lower ?? "") || !isNameToken(first)) return from;
  const isMatter = isOrdinaryWord(first.lower) && isOrdinaryWord((tokens[from] as Token).lower);
  return isMatter && !isNameToken(tokens[from - 3]) ? from - 2 : from;
}

/** "Expert Group Boot Security (EG-BS)", "SIG Page Caches": the matter behind the words for a group. */
function learnNamedGroup(tokens: readonly Token[], i: number, lexicon: Lexicon): boolean {
  const [token, group] = [tokens[i] as Token, tokens[i + 1]];
  const isShort = isShortGroup(token) && isNameToken(group) && !MEETING_WORDS.has(group.lower);
  if (isShort && group.spaced && (!isNameToken(tokens[i - 1]) || opensWithVerb(tokens, i - 1))) {
    let end = i + 2;
    while (end < i + 4 && isNameToken(tokens[end]) && !MEETING_WORDS.has((tokens[end] as Token).lower)) end++;
    addBody(tokens, i, end, lexicon);
    return true;
  }
  const isGroup = group?.text === "Group" && isKindOfGroup(token);
  if (!isGroup || !isNameToken(tokens[i + 2])) return false;
  let to = i + 2;
  while (to < i + 9 && (isNameToken(tokens[to]) || ["&", "and", "of"].includes(tokens[to]?.lower ?? "")))
    to++;
  while (!isNameToken(tokens[to - 1])) to--;
  addBody(tokens, i, to, lexicon);
  return true;
}

const isKindOfGroup = oneOf("expert working task study interest");
const isShortGroup = judgeOnce(({ text: name }) => name === "SIG" || name === "WG");

/** "Ask SIG Page Caches". */
const opensWithVerb = (tokens: readonly Token[], i: number): boolean =>
  isStart(tokens, i) && findVerb(tokens[i]?.lower ?? "")?.form === "base";

/** "the embedded WG", "CORE chairs", "SG14", "the release team": bodies that are told by what stands beside a word. */
function learnGroup(tokens: readonly Token[], i: number, lexicon: Lexicon): void {
  const token = tokens[i] as Token;
  const next = tokens[i + 1];
  if (isBodyByItself(token)) return add(lexicon, "organisation", token.text, "name-of-a-body");
  if (!next?.spaced) return;
  if (isChair(next) && !next.capital && isAcronym(token) && !isNoTerm(token.lower))
    return add(lexicon, "organisation", token.text, "name-of-a-body");
  if (!isGroupNoun(next)) return;
  if (GROUPS.has(next.text) && isPlainWord(token) && !isGenericWord(token.lower)) {
    const isNamed = isNameToken(tokens[i + 2]) || findVerb(token.lower)?.form === "base";
    if (!isNamed) return addBody(tokens, i, i + 2, lexicon);
  }
  if (
    next.text === "team" &&
    !token.capital &&
    OF_A_SITTING.has(token.lower) &&
    (i === 0 || tokens[i - 1]?.lower === "the")
  )
    addBody(tokens, i, i + 2, lexicon);
}

const isBodyByItself = judgeOnce((word) => /^(?:(?:SG|WG)-?\d{1,3}|TSC|PMC|TOC|TAC)$/.test(word.text));
const isAcronym = judgeOnce((word) => /^\p{Lu}{2,8}$/u.test(word.text));
const isPlainWord = judgeOnce(
  (word) => /^\p{Ll}[\p{L}-]{2,}$/u.test(word.text) && !isFunctionWord(word.lower),
);
const isChair = oneOf("chair chairs co-chair co-chairs secretariat");
const GROUPS = set("WG SIG TSC CG PMC");

/** "Ember Foundation", "Parser Working Group", "University of Weimar", "Institute of Hard Problems (IHP)". */
function learnBody(tokens: readonly Token[], i: number, lexicon: Lexicon): void {
  const token = tokens[i] as Token;
  if (!token.capital) return;
  const stop = isShortBeginning(token) && tokens[i + 1]?.text === "." ? i + 1 : i;
  if ((stop > i || isBeginning(token)) && ["of", "for"].includes(tokens[stop + 1]?.lower ?? "")) {
    let to = stop + 2;
    while (
      to < tokens.length &&
      to < i + 8 &&
      (isNameToken(tokens[to]) || ["of", "and", "for", "the"].includes((tokens[to] as Token).lower))
    )
      to++;
    while (to > stop + 2 && !isNameToken(tokens[to - 1])) to--;
    let from = i;
    while (from > 0 && isNameToken(tokens[from - 1]) && from > i - 3 && !isStart(tokens, from - 1)) from--;
    if (
      isStart(tokens, from - 1) &&
      from > 0 &&
      isNameToken(tokens[from - 1]) &&
      !isOrdinaryWord((tokens[from - 1] as Token).lower)
    )
      from--;
    if (to > stop + 2) addBody(tokens, from, to, lexicon);
    return;
  }
  if (learnNamedGroup(tokens, i, lexicon)) return;
  const before = tokens[i - 1];
  if (!isNameToken(before) || isOneMore(before)) return;
  if (!canEndBody(token)) return;
  if (SITTING.has(token.lower) && OF_A_SITTING.has(before.lower))
    return addBody(tokens, i - 1, i + 1, lexicon);
  if (!BODY_ENDINGS.has(token.lower) && !(COMPANY_ENDINGS.has(token.lower) && !isOrdinaryWord(before.lower)))
    return;
  let from = i;
  while (from > 0 && i - from < 4 && isNameToken(tokens[from - 1]) && (tokens[from] as Token).spaced) {
    // "Ember Foundation TSC" names two bodies.
    if (/^\p{Lu}{2,5}$/u.test(token.text) && BODY_ENDINGS.has((tokens[from - 1] as Token).lower)) break;
    from--;
  }
  from = behindJoint(tokens, from);
  if (from === i) {
    add(lexicon, "organisation", token.text, "name-of-a-body");
    return;
  }
  if (from === i - 1 && (tokens[from] as Token).lower === "working") return;
  if (token.lower === "group" && (tokens[i - 1] as Token).lower !== "working" && i - from < 2) return;
  addBody(tokens, from, i + 1, lexicon);
}

const isOneMore = oneOf("new another other same next");
const canEndBody = judgeOnce(
  ({ lower }) => SITTING.has(lower) || BODY_ENDINGS.has(lower) || COMPANY_ENDINGS.has(lower),
);

const isStart = (tokens: readonly Token[], i: number): boolean => i <= 0 || !(tokens[i - 1] as Token).word;

function addBody(tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): void {
  const name = text(tokens, from, to);
  add(lexicon, "organisation", name, "name-of-a-body");
  const [open, acronym, close] = [tokens[to], tokens[to + 1], tokens[to + 2]];
  if (
    open?.text !== "(" ||
    close?.text !== ")" ||
    !acronym ||
    !/^\p{Lu}[\p{Lu}\p{Ll}\d-]{1,9}$/u.test(acronym.text) ||
    bearsGivenName(acronym, lexicon)
  )
    return;
  if (!lexicon.gazetteer.find(acronym.text))
    lexicon.names.add(acronym.text, { kind: "organisation", name, rule: "acronym-in-brackets" }, true);
}

/** "upstream Ember", "the ember project", "Ember component library", "ember maintainers". */
function learnProject(tokens: readonly Token[], i: number, lexicon: Lexicon): void {
  const token = tokens[i] as Token;
  if (!isCandidate(tokens, i, lexicon)) return;
  // "the Apache Calcite project": the name is longer.
  if (i > 0 && tokens[i]?.spaced && (lexicon.gazetteer.match(tokens, i - 1)?.to ?? 0) > i) return;
  if (isStart(tokens, i) && /^\p{Lu}\p{Ll}+ing$/u.test(token.text)) return;
  let next = i + 1;
  while (PROJECT_MODIFIERS.has(tokens[next]?.lower ?? "") && next < i + 3) next++;
  const noun = tokens[next];
  const before = tokens[i - 1]?.lower;
  if (noun?.spaced && PROJECT_NOUNS.has(noun.lower) && !(noun.capital && isOrdinaryWord(token.lower)))
    add(lexicon, "project", token.text, "project-noun");
  else if (before !== undefined && NAMING.has(before) && (token.capital || isUnknownWord(token)))
    add(lexicon, "project", token.text, "upstream-name");
}

/** What stands behind one of these is the name of a program: "upstream ember", "packaging ember". */
const NAMING = set("upstream packaging packaged forked forking");

function isCandidate(tokens: readonly Token[], i: number, lexicon: Lexicon): boolean {
  const token = tokens[i] as Token;
  if (!canNameProject(token) || lexicon.gazetteer.findWord(token) || lexicon.people.findWord(token))
    return false;
  if (isUnknownWord(token) || isPackageName(token, lexicon)) return true;
  if (!token.capital || /^\p{Lu}{2,}$/u.test(token.text))
    return isTechnicalTerm(token) && !/^\p{Lu}+$/u.test(token.text);
  if (!isOrdinaryWord(token.lower)) return true;
  // A capital in the middle of a sentence makes a name of an ordinary word.
  return (
    i > 0 &&
    Boolean(tokens[i - 1]?.word) &&
    !isFunctionWord(token.lower) &&
    !PROJECT_NOUNS.has(token.lower) &&
    !MEETING_WORDS.has(token.lower) &&
    !(tokens[i - 1] as Token).capital
  );
}

const canNameProject = judgeOnce(
  ({ text: name, lower, word }) =>
    word && name.length >= 3 && !/^@|^#?\d|\//.test(name) && !isFunctionWord(lower),
);

/** A capitalised unknown word that takes a plural verb is a group: "Ember have patches". */
function learnCollective(tokens: readonly Token[], i: number, lexicon: Lexicon): void {
  const token = tokens[i] as Token;
  const next = tokens[i + 1];
  if (!next || !isStart(tokens, i) || !isCapitalised(token)) return;
  if (
    isOrdinaryWord(token.lower) ||
    isGivenName(token.lower, lexicon.data) ||
    lexicon.gazetteer.findWord(token) ||
    lexicon.people.findWord(token)
  )
    return;
  const plural =
    next.lower === "have" ||
    next.lower === "are" ||
    (findVerb(next.lower)?.form === "base" &&
      ["plan", "want", "suggest", "propose", "hope", "intend", "need"].includes(next.lower));
  if (plural) add(lexicon, "organisation", token.text, "plural-verb");
}

/** "Ember", and not "EMBER". */
const isCapitalised = judgeOnce(
  ({ text: name }) => /^\p{Lu}[\p{L}-]{2,}$/u.test(name) && !/^\p{Lu}+$/u.test(name),
);

/** "ember-core", "libember.js": lower-case words that only a package can be called. */
function learnIdentifier(tokens: readonly Token[], i: number, lexicon: Lexicon): void {
  const token = tokens[i] as Token;
  if (isPackageName(token, lexicon) && !lexicon.gazetteer.findWord(token))
    add(lexicon, "project", token.text, "package-name");
}

/**
 * "TierSim", "GraphView": a word of several humps is the name of a program or a format. Names of people ("McAdam"), of
 * conferences ("EmberCon"), and what is written so by everybody ("GitHub issue", "PhD") are told apart.
 */
function learnHumps(tokens: readonly Token[], i: number, lexicon: Lexicon): void {
  const token = tokens[i] as Token;
  if (!hasHumps(token)) return;
  if (isNameToken(tokens[i - 1]) && bearsGivenName(tokens[i - 1], lexicon)) return;
  if (/^[:<>@]$/.test(tokens[i + 1]?.text ?? "") && i === 0) return;
  add(lexicon, "project", token.text, "several-humps");
}

const hasHumps = judgeOnce(
  ({ text: name, lower }) =>
    /^\p{Lu}\p{Ll}+(?:\p{Lu}\p{Ll}+)+\d*$/u.test(name) &&
    name.length >= 5 &&
    !/^(?:Mc|Mac|De|Di|Da|Le|La|Van|Von|O)\p{Lu}\p{Ll}+$/u.test(name) &&
    !NOT_PROGRAMS.test(lower),
);

const NOT_PROGRAMS =
  /^(?:euro|pycon)|(?:con|conf|camp|fest|days?|summit|nick|log|logs|room|list|todo|item|items|team|group)$/;
const bearsGivenName = (token: Token | undefined, { data }: Lexicon): boolean =>
  token !== undefined && isGivenName(token.lower, data);

/** "ember 2.1", "Ember v3.4.0": a word that is no ordinary one, with a version behind it. */
function learnVersioned(tokens: readonly Token[], i: number, lexicon: Lexicon): void {
  const token = tokens[i] as Token;
  const next = tokens[i + 1];
  if (!next?.spaced || !isVersion(next)) return;
  const isName =
    isUnknownWord(token) || (/^\p{Lu}\p{Ll}{2,}$/u.test(token.text) && !isOrdinaryWord(token.lower));
  if (!isName || bearsGivenName(token, lexicon) || UNVERSIONED.has(token.lower)) return;
  add(lexicon, "project", token.text, "name-and-version");
}

const isVersion = judgeOnce(({ text: name }) =>
  /^v?\d{1,3}(?:\.\d{1,4}){1,3}(?:-?(?:rc|beta|alpha)\.?\d*)?$/.test(name),
);

const UNVERSIONED = set("sec sect chap ver vers paras tbl sched approx tues thurs sept");

/** Whether a word names a project by itself, so that "ember-demos" is one of its packages. */
const isProject = (word: string, { gazetteer }: Lexicon): boolean =>
  [word, word.charAt(0).toUpperCase() + word.slice(1)].some(
    (name) => gazetteer.find(name)?.kind === "project",
  );

/** What labels, versions and commands end in, and packages do not. */
const NOT_PACKAGES = set(
  "minor major patch agenda label labels request requests pr prs bug bugs issue issues version versions day days week weeks month months year years meeting notes call person people team teams wg sig arm64 amd64 aarch64 armhf x64 x86",
);

/** "ember-core", "ember.js": written as a package's name is. */
const isPackageLike = judgeOnce(
  ({ text: name }) =>
    name.length >= 5 && name.length <= 40 && /^[a-z](?:[a-z0-9]*(?:-[a-z0-9]+)+|[a-z0-9-]+\.js)$/.test(name),
);

function isPackageName(token: Token, lexicon: Lexicon): boolean {
  if (!isPackageLike(token)) return false;
  const { text: name, lower } = token;
  if (lower.endsWith(".js"))
    return !/^(?:index|main|app|tests?|config|server|script|setup|build|util|utils)\.js$/.test(lower);
  if (name.length < 6) return false;
  const parts = lower.split("-");
  if (parts.every((piece) => tellsTime({ lower: piece, capital: true }))) return false;
  if (
    PREFIXES.has(parts[0] as string) ||
    parts.some((piece) => ["to", "in", "of", "up", "by", "over", "and", "or", "the", "ish"].includes(piece))
  )
    return false;
  if (NOT_PACKAGES.has(parts.at(-1) as string) || parts[0] === "slides") return false;
  return (
    (isProject(parts[0] as string, lexicon) ||
      parts.some(
        (piece) =>
          piece.length > 2 &&
          /[a-z]{3}/.test(piece) &&
          !isOrdinaryWord(piece) &&
          !/(?:ed|ing|able|ized|ised)$/.test(piece),
      )) &&
    !parts.some((piece) =>
      /^(?:based|specific|like|only|free|ready|aware|level|side|time|bit|facing|wide|friendly|related|driven|party|heavy|light|safe|oriented|agnostic|native|enabled|capable|compatible|compliant|dependent|independent|intensive|bound|style|grade|scale|size|sized|wise|backed|aligned|critical|neutral)$/.test(
        piece,
      ),
    )
  );
}

const REPOSITORY =
  /(?:github\.com|gitlab\.[\w.]+|codeberg\.org|bitbucket\.org|git\.sr\.ht)\/~?([\w.-]+)\/([\w.-]+)/g;

/** A repository in a link is a project where its name stands in the text too. */
function learnRepositories(
  minutes: ParsedMinutes,
  lines: readonly (readonly Token[])[],
  lexicon: Lexicon,
): void {
  let words: Set<string> | undefined;
  for (const match of minutes.document.text.matchAll(REPOSITORY)) {
    words ??= collectWords(lines);
    const repository = (match[2] as string).replace(/\.git$/, "");
    const short = repository.replace(/^(?:js|go|py|rust|node|lib)-/, "");
    for (const name of new Set([repository, short])) {
      if (name.length < 3 || isOrdinaryWord(name.toLowerCase()) || !words.has(name.toLowerCase())) continue;
      add(lexicon, "project", name, "repository-link");
    }
  }
}

function collectWords(lines: readonly (readonly Token[])[]): Set<string> {
  const words = new Set<string>();
  for (const tokens of lines) for (const { lower } of tokens) words.add(lower);
  return words;
}

/** Whether a body whose name is known begins further left and covers the token. */
function insideBody(tokens: readonly Token[], i: number, lexicon: Lexicon): boolean {
  for (let start = Math.max(0, i - 5); start < i; start++)
    if ((lexicon.names.match(tokens, start)?.to ?? 0) > i) return true;
  return false;
}

/** The name that a meeting is held under: "Ember Community Meeting", "Parser WG", "QTR Teleconference". */
function learnFromTitle(
  tokens: readonly Token[],
  lines: readonly (readonly Token[])[],
  lexicon: Lexicon,
): void {
  for (let i = 0; i < tokens.length; i++) learnBody(tokens, i, lexicon);
  const meeting = tokens.findIndex((token) => MEETING_WORDS.has(token.lower));
  if (meeting < 1) return;
  learnHost(tokens, lines, lexicon);
  for (let i = 0; i < meeting; i++) {
    const token = tokens[i] as Token;
    if (isTemporal(token)) continue;
    if (!token.word || !token.capital || isOrdinaryWord(token.lower)) {
      if (!(i === meeting - 1 && /^\p{Lu}{2,6}\d*$/u.test(token.text))) continue;
    }
    if (lexicon.names.match(tokens.slice(0, meeting), i) || insideBody(tokens, i, lexicon)) continue;
    if (/^\p{Lu}{2,6}\d*$/u.test(token.text))
      add(lexicon, "organisation", token.text, "title-of-the-meeting");
    else if (/^\p{Lu}[\p{L}\d.]+$/u.test(token.text) && !isGivenName(token.lower, lexicon.data))
      add(lexicon, "project", token.text, "title-of-the-meeting");
  }
}

/** A title has fewer UTF-16 code units. */
const LONGEST_TITLE = 200;

/**
 * "Ember core team meeting", "emberkit monthly dev call": the first word of a title is the project that meets, where no
 * dictionary has the word, or where it has its capital inside sentences, too ("the Lantern browser").
 */
function learnHost(tokens: readonly Token[], lines: readonly (readonly Token[])[], lexicon: Lexicon): void {
  const [host, next] = tokens;
  if (!host || !next?.word || !/^\p{L}[\p{L}\p{N}.+-]{2,24}$/u.test(host.text)) return;
  if (/^\p{Lu}{2,}$/u.test(host.text) || MEETING_WORDS.has(host.lower) || isFunctionWord(host.lower)) return;
  const known = [lexicon.people, lexicon.names, lexicon.gazetteer].some((index) => index.match(tokens, 0));
  if (known || isTemporal(host)) return;
  const isName = isOrdinaryWord(host.lower)
    ? host.capital && isNamedInside(host, lines)
    : host.capital || isUnknownWord(host);
  if (isName) add(lexicon, "project", host.text, "title-of-the-meeting");
}

/** Whether a word has its capital inside a sentence, and no capital beside it. */
const isNamedInside = ({ text: name }: Token, lines: readonly (readonly Token[])[]): boolean =>
  lines.some((tokens) =>
    tokens.some(
      (token, i) =>
        i > 0 &&
        token.text === name &&
        tokens[i - 1]?.word === true &&
        tokens[i - 1]?.capital === false &&
        !(tokens[i + 1]?.capital ?? false),
    ),
  );

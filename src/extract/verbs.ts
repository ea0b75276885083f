/** Verbs by what a minute-taker says with them; bases, case-folded. */
const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Doing, having done, leading or presenting work. */
export const WORK_VERBS = set(`
  work implement fix maintain lead write add rebase finish complete finalize finalise create port merge land submit post push upstream
  refactor rework rewrite redesign develop build design prototype migrate test debug investigate review document backport release ship
  publish update improve optimize optimise speed restructure reorganize continue start begin restart resume prepare organize organise
  coordinate drive own champion present introduce demo clean integrate enable convert parallelize parallelise remove delete drop
  deprecate replace patch close triage handle tackle address configure deploy record draft edit translate spec transfer analyze
  analyse benchmark measure profile reproduce bisect find solve resolve contribute change move rename modify extend experiment explore
  research study revive get make set wrap upgrade bump tag cut verify validate check run narrow spend raise file open report
  summarize summarise update renew generate hook wire support split combine consolidate simplify tune look collect gather compile
  propose volunteer seek switch roll bring finalise catch help expand enhance automate package bundle embed host refine revise rebuild
  reimplement re-implement unblock chase negotiate annotate type withdraw respin audit evaluate assess survey pilot trial teach train mentor run teach plan redo try adopt chair`);

/** Work verbs whose plain object is rarely the matter itself unless the sentence is a report of work. */
export const WEAK_WORK_VERBS = set(
  "get make set run look find check support bring help change move open try catch plan see use have speed spend raise report propose present introduce",
);

export const SPEECH_VERBS = set(`
  say ask explain stress mention suggest note comment point argue think believe feel worry wonder agree disagree confirm clarify answer
  reply respond discuss talk remind state warn emphasize emphasise insist claim express voice observe remark question describe
  recommend request propose like prefer want object oppose second hope expect know understand see hear guess suspect doubt concern
  highlight outline summarise summarize recap raise thank welcome announce inform tell share`);

/** How things are, and what people feel: nobody's work and nobody's promise. */
export const STATIVE = set(
  "be have do need want like think believe know see seem mean agree disagree feel hope expect wonder happen exist remain belong depend concern matter prefer understand hear guess remember forget love hate own suspect suppose assume appear require insist wait await",
);

/** Openers: whoever does this to a matter brings it to the meeting. */
export const PRESENT_VERBS = set(
  "present introduce raise propose report summarize summarise recap demo outline describe give share walk update announce discuss explain seek",
);

/** What a person does and a thing does not: a capitalised unknown word before one of these is a name. */
export const HUMAN_VERBS = set(`
  say ask explain stress mention suggest comment argue think believe feel worry wonder agree disagree clarify answer reply respond
  discuss talk remind volunteer post write send review investigate propose raise present speak join promise offer plan want hope
  rebase look work report attend chair lead merge draft submit prepare fix email ping object thank start meet coordinate organize
  organise maintain file try respond follow apologize apologise finish implement give tell ask note update`);

/** A promise is made with these before an infinitive: "agreed to", "plans to". */
export const PROMISE_VERBS = set(
  "plan intend agree volunteer promise commit offer aim go prepare propose arrange pledge undertake",
);
/** Of these, the ones that promise even about somebody else, in the third person. */
export const THIRD_PERSON_PROMISES = set(
  "plan intend agree volunteer promise commit offer aim go arrange pledge undertake",
);

/** Verbs whose third person is no noun's plural: "improves", and not "fixes". */
export const PLAIN_VERBS = set(
  "allow make enable reduce improve add remove give simplify require avoid provide ensure prevent include become seem appear speed break cause help let keep mean depend need solve save cut",
);
/** Somebody who is "asked to", "supposed to" do something has it as a task. */
export const ASSIGNING_VERBS = set(
  "suppose expect assign schedule nominate appoint task delegate ask request instruct",
);

/** What somebody who works on a matter has or sends. */
export const WORK_ITEMS = set(
  "patch patches patchset rfc rfcs pr prs cl cls diff diffs changeset changesets change changes series prototype branch draft implementation fix fixes proposal proposals hack theory repro workaround poc dataset wip mr mrs pull-request",
);
/** Of these and the like, whoever they are by or of has made them. */
export const MADE_THINGS: ReadonlySet<string> = new Set([
  ...WORK_ITEMS,
  ...set(`api apis library tool plugin rewrite refactor refactoring design script scripts port crate module package driver work spec
  paper demo bot post article page talk talks survey sweep audit benchmark benchmarks measurements branch fork tutorial analysis
  experiment experiments doc docs document text writeup write-up summary slides deck spreadsheet sheet notebook poster video
  translation drawing mockup mockups feedback recap howto guide`),
]);

/** Of the plain verbs, those whose third person is nothing else even behind a noun: "the parser needs". */
export const PLAIN_THIRD_PERSONS = set(
  "need require allow enable improve reduce seem become provide include contain exist appear depend add remove make give let keep ensure avoid prevent mean happen stay remain belong hang emit grow wonder ask want think know get go come say tell lose fail expect write die",
);

/** Their object is who is told; the matter stands behind "about". */
export const CONTACT_VERBS = set(
  "negotiate contact ask ping email mail invite remind notify inform tell call message approach consult meet talk speak check thank follow followup sync chat reach poke nag",
);

export const FUTURE = set("will 'll shall won't would");
export const FUTURE_CONTRACTIONS = /^(?:i|he|she|we|they|you|it|who|[a-z]+)['’]ll$/;
export const POSSIBLE = set(
  "could might may can should must ought would cannot can't couldn't shouldn't wouldn't",
);
export const NEGATION = set(
  "not never no n't cannot can't won't wouldn't shouldn't couldn't isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't ain't without neither nor nobody",
);

/** What people do at a conference or at somebody else's place, which tells not whom they are with. */
export const MEETING = set(
  "meet discuss talk present speak gather agree decide hear hold give announce show demo ask tell attend visit host interview raise contact ping email mention bring propose know call submit",
);

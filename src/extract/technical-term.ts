import { isOrdinaryWord } from "./vocabulary.ts";
import { judgeOnce } from "./words.ts";

const NOT_TERMS = new Set(
  "eur usd gbp jpy chf cad aud nzd sek nok dkk pln czk inr cny brl zar ok okay tbd tba todo wip rfc faq fyi iirc imo imho afaik afaict btw asap eta aob lgtm ack nack wfh ooo pto eod n/a na ps pps re cc bcc id ids am pm utc gmt est pst cst cet edt pdt cdt cest ist jst bst url urls pr prs mr mrs cl pdf gif png jpg csv doc docs q1 q2 q3 q4 h1 h2 i'm i'd i'll i've us uk eu usa nyc sf la dc ii iii iv vi vii viii ix xi xii et al ai ap ais aps action note notes f2f irl dm dms mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep oct nov dec ie eg vs etc ot ama dst tz ymmv tldr tl;dr ftw hth nb qa q&a a b c d e f g h i j k l m n o p q r s t u v w x y z resolved agreed decision consensus topic present regrets scribe chair yes no not and or but the all do don't must should may can need new important policy".split(
    " ",
  ),
);

/** Short words that stand for nothing of a trade: "TODO", "CC", "AOB". */
export const isNoTerm = (lower: string): boolean => NOT_TERMS.has(lower);

/** Whether the token looks like a term of the trade: an acronym, CamelCase, letters with digits, an identifier. */
export const isTechnicalTerm = judgeOnce(({ text, lower }) => {
  if (text.length < 2 || text.length > 40 || NOT_TERMS.has(lower) || text.startsWith("@")) return false;
  if (/^r\d{3,}$/.test(text) || (/^[0-9a-f]{7,40}$/.test(text) && /\d/.test(text))) return false;
  if (!/\p{L}/u.test(text) || /^[#\d]/.test(text) || /^v?\d/.test(lower)) return false;
  if (/\/.*\//.test(text) || /\.(?:com|org|net|io|md|txt|html?|pdf|png|dev|edu|gov)$/i.test(text))
    return false;
  if (/^\p{Lu}{2,7}s?$/u.test(text)) return !isOrdinaryWord(lower) || text.length <= 3;
  if (/^\p{Lu}{2,8}[\dv]\p{L}?[\w.]*$/u.test(text)) return true;
  if (
    /^\p{Lu}?\p{Ll}+(?:\p{Lu}\p{Ll}+)+\d*$/u.test(text) ||
    /^\p{Lu}{2,}\p{Ll}+\p{Lu}?\w*$/u.test(text) ||
    /^\p{Ll}{1,3}\p{Lu}\w+$/u.test(text)
  )
    return true;
  if (
    /^[\w.:]+\(\)$/.test(text) ||
    /\w(?:->|::|_)\w/.test(text) ||
    /^(?:--?|::?|\.)\p{Ll}[\w-]{3,}$/u.test(text)
  )
    return true;
  return /^\p{L}+\d+\w*$/u.test(text) && text.length >= 3 && text.length <= 12;
});

/** A word that no dictionary has: the name of a program, a format or a technique, most often. */
export const isUnknownWord = judgeOnce(({ text, lower }) => {
  if (
    lower.length < 4 ||
    !/^\p{Ll}[\p{Ll}\p{N}.+-]+$/u.test(text) ||
    isOrdinaryWord(lower) ||
    NOT_TERMS.has(lower)
  )
    return false;
  return (
    !/(?:ing|ed|ly|ness|ment|tion|able|ible|ful|less|ize|ise|ized|ised|ization|isation|ity|er|ers)$/.test(
      lower,
    ) && !/\.(?:com|org|net|md|txt|html?)$/.test(lower)
  );
});

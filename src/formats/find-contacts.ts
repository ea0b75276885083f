const NAME = String.raw`[\p{L}\p{N}\p{M}_.+%=~'’-]{1,64}`;
const PART = String.raw`[\p{L}\p{N}\p{M}_-]{1,63}`;
const DOMAIN = String.raw`${PART}(?:\.${PART}){0,8}`;
/** A dot, or what people write for one so that no program finds the address. */
const DOT = String.raw`(?:\.|\s?[[({]\s?dot\s?[\])}]\s?|\sdot\s)`;
const SPELLED = String.raw`${PART}(?:${DOT}${PART}){0,8}`;

const CONTACT = new RegExp(
  [
    String.raw`${NAME}@(?:${DOMAIN}|\[[\d.:a-f]{2,40}\])`,
    String.raw`(?<![\p{L}\p{N}_@])@[\p{L}\p{N}_][\p{L}\p{N}\p{M}_-]{0,38}(?::${DOMAIN})?`,
    String.raw`${PART}(?:${DOT}${PART}){0,3}\s?[[({<]\s?at\s?[\])}>]\s?${SPELLED}`,
    String.raw`${PART}(?:\sdot\s${PART}){0,3}\sat\s${PART}(?:\sdot\s${PART}){1,8}`,
    // As archives of mailing lists write them; "look at example.org" is none.
    String.raw`${PART}(?:[.+]${PART}){1,4} at ${PART}(?:\.${PART}){1,8}`,
    String.raw`(?<=<|^(?:From|To|Cc|Reply-To|Sender): )${NAME} at ${PART}(?:\.${PART}){1,8}`,
  ].join("|"),
  "gimu",
);
const HINT = /@|\bat\b/i;

/** The mail addresses, also those spelled out, and handles such as `@ann`, that stand in a text. */
export function findContacts(text: string): readonly string[] {
  return HINT.test(text) ? (text.match(CONTACT) ?? []) : [];
}

/** Replaces what {@link findContacts} finds. */
export function replaceContacts(text: string, replace: (contact: string) => string): string {
  return HINT.test(text) ? text.replace(CONTACT, replace) : text;
}

/** Whether a person's name is a nickname: one word in small letters, or one that no given name is written like. */
export function isHandle(name: string): boolean {
  return (
    /^\p{Ll}[\p{Ll}\p{M}\p{N}_-]{1,38}$/u.test(name) ||
    (/^\S{2,39}$/.test(name) && /\p{L}/u.test(name) && /[\p{N}_|^`~[\]{}\\]|\p{Ll}\p{Lu}/u.test(name))
  );
}

const SPECIAL = /[<>&"\u0000-\u001f\ufffe\uffff\p{Cs}]|_(?=x[0-9A-Fa-f]{4}_)/gu;
const NAMED: Readonly<Record<string, string>> = {
  "<": "&lt;",
  ">": "&gt;",
  "&": "&amp;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/**
 * Writes any string as XML text or as the value of an attribute in double quotes.
 *
 * Characters that XML 1.0 cannot hold (controls, lone surrogates, U+FFFE and U+FFFF) become `_xHHHH_`, and an
 * underscore that would be read as the start of one becomes `_x005F_`: ECMA-376 part 1, 22.9.2.19, ST_Xstring.
 */
export function escapeXml(text: string): string {
  return text.replace(SPECIAL, (character) => NAMED[character] ?? `_x${toHex(character).toUpperCase()}_`);
}

/** Takes back the `_xHHHH_` of {@link escapeXml} from text that an XML parser has read. */
export function decodeXmlString(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** The target of an instruction that goes on with the one before it; a bar keeps the white space at its start. */
export const CONTINUATION = "minutes-graph-more";
/** Libxml2 takes no instruction of ten million bytes; a code unit can have three. */
const LONGEST = 2_500_000;

/** JSON in a processing instruction, and as many more as a long one needs; an XML file can hold every character of it. */
export function* generateInstruction(target: string, value: unknown): Generator<string> {
  const text = JSON.stringify(value).replace(
    /[>\u007f-\u009f\ufffe\uffff]/g,
    (character) => `\\u${toHex(character)}`,
  );
  for (let start = 0; start < text.length;) {
    const end = findCut(text, start + LONGEST);
    const slice = text.slice(start, end);
    yield start === 0 ? `<?${target} ${slice}?>\n` : `<?${CONTINUATION} |${slice}?>\n`;
    start = end;
  }
}

/** Not between the halves of a character. */
function findCut(text: string, end: number): number {
  return /[\ud800-\udbff]/.test(text.charAt(end - 1)) ? end - 1 : end;
}

function toHex(character: string): string {
  return character.charCodeAt(0).toString(16).padStart(4, "0");
}

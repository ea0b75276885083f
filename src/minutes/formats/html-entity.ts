import { Parser } from "htmlparser2";

/** The text that a character reference (`&amp;`, `&#8217;`) stands for; the reference itself where it is none. */
export function decodeEntity(reference: string): string {
  let text = "";
  const parser = new Parser({ ontext: (data) => (text += data) });
  parser.end(reference);
  return text;
}

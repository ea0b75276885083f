import { Parser } from "htmlparser2";
import type { MappedText } from "../document.ts";
import { isSpace, MappedTextBuilder } from "./mapped-text.ts";

const INLINE = new Set(
  "a abbr b bdi bdo cite code del em font i ins kbd mark q s samp small span strike strong sub sup time tt u var".split(
    " ",
  ),
);
const SILENT = new Set(["script", "style", "template", "svg", "head"]);

/**
 * Reads the visible text of markup that stands inside another text; tags are dropped, each block of it is a content.
 * @param from first unit of the markup
 * @param to its end
 */
export function readMarkupBlock(text: string, from: number, to: number): MappedText[] {
  const contents: MappedText[] = [];
  let builder = new MappedTextBuilder(text);
  let silent = 0;
  const flush = (): void => {
    const content = builder.build();
    if (content.text.trim()) contents.push(content);
    builder = new MappedTextBuilder(text);
  };
  const parser = new Parser({
    onopentag: (name) => {
      if (SILENT.has(name)) silent++;
      if (!INLINE.has(name)) flush();
    },
    onclosetag: (name) => {
      if (SILENT.has(name)) silent--;
      if (!INLINE.has(name)) flush();
    },
    ontext: (data) => {
      if (silent === 0) append(data, from + parser.startIndex);
    },
  });
  parser.end(text.slice(from, to));
  flush();
  return contents;

  function append(data: string, at: number): void {
    if (text.slice(at, at + data.length) !== data) {
      builder.appendSynthetic(data);
      return;
    }
    for (let index = 0; index < data.length;) {
      const start = index;
      while (index < data.length && !isSpace(data.charCodeAt(index))) index++;
      builder.append(at + start, at + index);
      const space = index;
      while (index < data.length && isSpace(data.charCodeAt(index))) index++;
      if (index > space && builder.length > 0 && builder.last !== " ") builder.appendSynthetic(" ");
    }
  }
}

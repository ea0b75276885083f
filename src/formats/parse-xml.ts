import { SaxesParser } from "saxes";
import type { Diagnostic } from "../model/diagnostic.ts";
import { CONTINUATION } from "./escape-xml.ts";
import { createReadError } from "./check-graph.ts";

export type XmlAttributes = Readonly<Record<string, string>>;

/** What a reader makes of an XML file's parts; names are told without their prefixes. */
export interface XmlHandlers {
  /** The first element's name. */
  root: string;
  /** @param line where the tag ends, from 1 */
  open: (name: string, attributes: XmlAttributes, line: number) => void;
  close: (name: string) => void;
  /** @param parents the names of the elements around the text, outermost first */
  text: (text: string, parents: readonly string[]) => void;
  /** @param body with what goes on in the instructions after it */
  instruction: (target: string, body: string) => void;
}

/**
 * Goes through an XML file as a stream.
 * @param chunks the file's text in pieces of any length
 * @param path the file's name, for the message
 * @returns what is wrong with the file and where; nothing where all of it is right
 */
export async function parseXml(
  chunks: Iterable<string> | AsyncIterable<string>,
  path: string,
  handlers: XmlHandlers,
): Promise<Diagnostic | undefined> {
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  const parents: string[] = [];
  let instruction: { target: string; body: string } | undefined;
  const finishInstruction = (): void => {
    const { target, body } = instruction ?? {};
    instruction = undefined;
    if (target !== undefined) handlers.instruction(target, body ?? "");
  };
  parser.on("opentag", ({ name, attributes }) => {
    finishInstruction();
    const local = toLocalName(name);
    if (parents.length === 0 && local !== handlers.root)
      throw new Error(`it begins with <${name}>, not with <${handlers.root}>`);
    parents.push(local);
    handlers.open(local, attributes, parser.line);
  });
  parser.on("closetag", () => handlers.close(parents.pop() ?? ""));
  parser.on("text", (text) => handlers.text(text, parents));
  parser.on("cdata", (text) => handlers.text(text, parents));
  parser.on("processinginstruction", ({ target, body }) => {
    if (target === CONTINUATION && instruction) instruction.body += body.slice(1);
    else {
      finishInstruction();
      instruction = { target, body };
    }
  });
  try {
    for await (const chunk of chunks) parser.write(chunk);
    parser.close();
    return undefined;
  } catch (error) {
    if (!(error instanceof Error) || "syscall" in error) throw error;
    const { line, column } = parser;
    return { ...createReadError(toReason(error), path), line, column: column + 1 };
  }
}

function toLocalName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** Saxes puts the place before its message. */
function toReason({ message }: Error): string {
  return `The file is broken: ${message.replace(/^\d+:\d+: /, "")}`;
}

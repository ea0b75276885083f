import type { MappedText } from "../minutes/document.ts";
import type { Lexicon } from "./annotate.ts";
import type { Context } from "./context.ts";
import { findActors, hasVerb } from "./judge-line.ts";
import { type Heading, readAgents, readHeading } from "./read-heading.ts";
import { splitLabel } from "../minutes/split-label.ts";
import type { MinutesNode } from "../minutes/parsed-minutes.ts";
import { walk } from "../minutes/walk.ts";

/** "fine by me (Ann)" below a matter that is somebody's: what Ann said of it. */
export function isRemark(
  { owners, onlyOwners, topic }: Heading,
  context: Context,
  lexicon: Lexicon,
): boolean {
  if (owners.length === 0 || onlyOwners || context.mode === "actions" || context.mode === "next")
    return false;
  if (!context.owned || context.depth < 2) return false;
  return context.depth > 2 || hasVerb(topic, lexicon);
}

/** "ann, this was yours": it is another who is to speak of it. */
export function addresses(content: MappedText, lexicon: Lexicon): boolean {
  const name = /^([^\s,:]{2,30})[,:]\s/.exec(content.text)?.[1];
  return name !== undefined && lexicon.labels.find(name)?.kind === "person";
}

/** Lines that people's labels open are speech, whoever owns the matter. */
export function asDialogue(context: Context, node: MinutesNode, lexicon: Lexicon): Context {
  if (context.mode !== "report" || !context.topic) return context;
  const speech = node.children.some(({ kind, content, marks }) => {
    const label = kind === "message" ? undefined : splitLabel(content, marks)?.label;
    return kind === "message" || (label && readAgents(label, lexicon) !== undefined);
  });
  return speech || isShared(node, readHeading(node.content, lexicon), lexicon) || isOthersWork(node, lexicon)
    ? { ...context, mode: "discussion" }
    : context;
}

/** "installer rewritten (Bob)" below "Packages (Ann)": of what is below, each has what is marked so, and not the heading's owner all of it. */
function isShared({ children }: MinutesNode, above: Heading, lexicon: Lexicon): boolean {
  const own = new Set(above.owners.map(({ name, content }) => name ?? content.text));
  return children.some((child) => {
    const { owners, onlyOwners } = readHeading(child.content, lexicon);
    const isOthers =
      /[)\]]$/.test(child.content.text) &&
      !onlyOwners &&
      owners.some(({ name, content }) => !own.has(name ?? content.text));
    return isOthers || isShared(child, above, lexicon);
  });
}

/** Below "Release status (Ann)", lines of what several others do: Ann tells of it, and each does their own. */
function isOthersWork({ content, children }: MinutesNode, lexicon: Lexicon): boolean {
  const own = new Set(
    readHeading(content, lexicon).owners.map(({ name, content: { text } }) => name ?? text),
  );
  let lines = 0;
  let others = 0;
  walk(children, (line) => {
    if (lines === MOST_LINES) return;
    lines++;
    if (findActors(line.content, lexicon).some((name) => !own.has(name))) others++;
  });
  return others >= FEWEST_OTHERS && others * 3 >= lines;
}

const FEWEST_OTHERS = 2;
/** What so many lines tell of a section, the others do, too. */
const MOST_LINES = 60;

import type { InlineMark } from "../document.ts";

const SILENT = new Set(
  "script style template svg head nav footer noscript iframe object button select textarea canvas math audio video map datalist".split(
    " ",
  ),
);
const NAVIGATION =
  /(?:^|\s)(?:toc|nav|navbar|navigation|breadcrumbs?|sidebar|gmail_signature|moz-signature|mw-editsection|noprint|skip-link|diagnostics|anchor|headerlink|permalink)(?:\s|$)/i;
const PARAGRAPHS = new Set("p section article header main form fieldset figure address details".split(" "));
const LINES = new Set("div center summary figcaption legend caption hgroup option".split(" "));
const MARKS: ReadonlyMap<string, InlineMark["kind"]> = new Map(
  Object.entries({
    b: "strong",
    strong: "strong",
    em: "emphasis",
    i: "emphasis",
    code: "code",
    tt: "code",
    a: "link",
    del: "deleted",
    s: "deleted",
    strike: "deleted",
  }),
);

/** Whether an element is none of what a reader of the page came for: not shown, a script, or navigation. */
export function isLeftOut(name: string, attributes: ReadonlyMap<string, string>): boolean {
  return SILENT.has(name) || isHidden(attributes);
}

/** Whether an element's text stands apart as a paragraph. */
export function isParagraph(name: string): boolean {
  return PARAGRAPHS.has(name);
}

/** Whether an element's text stands on lines of its own. */
export function isLine(name: string): boolean {
  return LINES.has(name);
}

/** How an element marks its text, by its name or else its style. */
export function findMark(name: string, style: string): InlineMark["kind"] | undefined {
  if (/font-weight:\s*(?:bold|[6-9]00)/i.test(style)) return "strong";
  return name === "b" && /font-weight:\s*normal/i.test(style) ? undefined : MARKS.get(name);
}

function isHidden(attributes: ReadonlyMap<string, string>): boolean {
  if (attributes.has("hidden") || attributes.get("aria-hidden") === "true") return true;
  if (attributes.get("role") === "navigation") return true;
  if (/display:\s*none/i.test(attributes.get("style") ?? "")) return true;
  return NAVIGATION.test(attributes.get("class") ?? "") || attributes.get("id")?.toLowerCase() === "toc";
}

import type { MappedText } from "../minutes/document.ts";
import { toDocumentSpan } from "../minutes/mapped-text.ts";
import type { Span } from "../model/graph-attributes.ts";
import type { Modality, NodeKind, Relation, Status } from "../model/schema.ts";
import type { Thread } from "./context.ts";
import type { Claim, Mention } from "./mention.ts";

export interface ClaimDetail {
  rule: string;
  modality?: Modality | undefined;
  status?: Status | undefined;
}

/** Collects what is read in one document: every mention once, and the claims between them. */
export class Extraction {
  readonly mentions: Mention[] = [];
  readonly claims: Claim[] = [];
  /** The meeting that the document reports. */
  meeting: Mention | undefined;
  /** Whom "I" means where nobody else speaks: the author of a mail. */
  author: Mention | undefined;
  /** What plain nouns ("draft", "patch") were last said to be for, and in which section. */
  readonly described = new Map<string, { thread: Thread; matter: () => readonly Mention[] }>();
  private readonly byStart = new Map<number, Mention[]>();

  /** The mention of that kind at a visible range of a line; one object for each place and kind. */
  mention(kind: NodeKind, content: MappedText, range: Span, rule: string, name?: string): Mention {
    const span = toDocumentSpan(content, range.start, range.end);
    const there = this.byStart.get(span.start);
    const known = there?.find((mention) => mention.end === span.end && mention.kind === kind);
    if (known) return known;
    const { start, end } = span;
    const written = content.text.slice(range.start, range.end);
    const surface = WIDE_SPACE.test(written) ? written.replace(/\s+/g, " ") : written;
    const mention: Mention = { kind, surface, rule, start, end, name: name === surface ? undefined : name };
    if (there) there.push(mention);
    else this.byStart.set(span.start, [mention]);
    this.mentions.push(mention);
    return mention;
  }

  /** What a sentence names came up in the meeting. */
  cover(target: Mention, evidence: Span): void {
    if (this.meeting) this.claim("covered", this.meeting, target, evidence, { rule: "named" });
  }

  claim(relation: Relation, source: Mention, target: Mention, evidence: Span, detail: ClaimDetail): void {
    if (source === target) return;
    const { rule, modality, status } = detail;
    this.claims.push({ relation, source, target, evidence, rule, modality, status });
  }
}

/** White space that is not a single blank. */
const WIDE_SPACE = /[^\S ]| {2}/;

/** The whole line's span in the document. */
export function lineSpan(content: MappedText): Span {
  return toDocumentSpan(content, 0, content.text.length);
}

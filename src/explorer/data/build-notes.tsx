import { useState } from "preact/hooks";
import type { Diagnostic, Severity } from "../../model/diagnostic.ts";
import type { Span } from "../../model/graph-attributes.ts";
import type { DataSets } from "./data-sets.ts";
import { describeDecision, listOffers, writeDecisions } from "./decisions.ts";
import "./build-notes.css";

interface Props {
  sets: DataSets;
  diagnostics: readonly Diagnostic[];
  /** Whether the graph has the document: only then its place can be shown. */
  hasDocument(this: void, id: string): boolean;
  onShow(this: void, document: string, span: Span): void;
}

/** So many are listed; nobody reads more. */
const SHOWN = 200;
const SEVERITIES: Readonly<Record<Severity, string>> = { error: "Error", warning: "Warning", info: "Note" };
const ORDER: readonly Severity[] = ["error", "warning", "info"];

/**
 * What the build has to say: names that could be two people, names that look alike, files left out and why; with what
 * a reader can decide, and what was decided. Nothing where it has nothing.
 */
export function BuildNotes({ sets, diagnostics, hasDocument, onShow }: Props) {
  const [isOpen, setOpen] = useState(false);
  const decisions = sets.sources.value?.decisions ?? [];
  if (diagnostics.length === 0 && decisions.length === 0) return null;
  const sorted = diagnostics.toSorted((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  const more = sorted.length - SHOWN;
  return (
    <div class="build-notes">
      <button type="button" class="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {nameButton(sorted.length, decisions.length)}
      </button>
      {isOpen && (
        <section class="build-notes-list" aria-label="Notes on these minutes">
          <ul>
            {sorted.slice(0, SHOWN).map((diagnostic) => (
              <Note sets={sets} diagnostic={diagnostic} hasDocument={hasDocument} onShow={onShow} />
            ))}
          </ul>
          {more > 0 && <p>{more} more</p>}
          {decisions.length > 0 && <Decided sets={sets} />}
        </section>
      )}
    </div>
  );
}

function nameButton(notes: number, decisions: number): string {
  if (notes === 0) return `${decisions} decided`;
  return notes === 1 ? "1 note" : `${notes} notes`;
}

interface NoteProps extends Omit<Props, "diagnostics"> {
  diagnostic: Diagnostic;
}

function Note({ sets, diagnostic, hasDocument, onShow }: NoteProps) {
  const { severity, message, document, start, end, line, hint } = diagnostic;
  const canShow = document !== undefined && start !== undefined && hasDocument(document);
  const place = line === undefined ? document : `${document}:${line}`;
  const sources = sets.sources.value;
  const offers = sources ? listOffers(diagnostic) : [];
  return (
    <li class={`build-note build-note-${severity}`}>
      <p>
        <b>{SEVERITIES[severity]}:</b> {message}
      </p>
      {offers.length > 0 ? (
        <div class="build-note-offers" role="group" aria-label={message}>
          {offers.map(({ title, decision }) => (
            <button
              type="button"
              key={title}
              class="button"
              onClick={() => void sets.decide([...(sources?.decisions ?? []), decision])}
            >
              {title}
            </button>
          ))}
        </div>
      ) : (
        hint !== undefined && <p class="build-note-hint">{hint}</p>
      )}
      {canShow ? (
        <button type="button" class="more" onClick={() => onShow(document, { start, end: end ?? start + 1 })}>
          Show in {document}
        </button>
      ) : (
        document !== undefined && <p class="build-note-hint">{place}</p>
      )}
    </li>
  );
}

/** What was decided, with a way back, and a way to keep it for every build. */
function Decided({ sets }: { sets: DataSets }) {
  const [isCopied, setCopied] = useState(false);
  const decisions = sets.sources.value?.decisions ?? [];
  const copy = (): void => {
    navigator.clipboard
      .writeText(writeDecisions(decisions))
      .then(() => setCopied(true))
      .catch(() => setCopied(false));
  };
  return (
    <>
      <h2>You decided</h2>
      <ul>
        {decisions.map((decision) => (
          <li class="build-note">
            <p>{describeDecision(decision)}</p>
            <button
              type="button"
              class="more"
              onClick={() => void sets.decide(decisions.filter((each) => each !== decision))}
            >
              Undo this decision
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="button" onClick={copy}>
        {isCopied ? "Copied" : "Copy for the corrections file"}
      </button>
    </>
  );
}

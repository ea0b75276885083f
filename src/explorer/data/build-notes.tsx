import { useState } from "preact/hooks";
import type { Diagnostic, Severity } from "../../model/diagnostic.ts";
import type { Span } from "../../model/graph-attributes.ts";
import "./build-notes.css";

interface Props {
  diagnostics: readonly Diagnostic[];
  /** Whether the graph has the document: only then its place can be shown. */
  hasDocument(this: void, id: string): boolean;
  onShow(this: void, document: string, span: Span): void;
}

/** So many are listed; nobody reads more. */
const SHOWN = 200;
const SEVERITIES: Readonly<Record<Severity, string>> = { error: "Error", warning: "Warning", info: "Note" };
const ORDER: readonly Severity[] = ["error", "warning", "info"];

/** What the build has to say: names that could be two people, files left out and why; nothing where it has nothing. */
export function BuildNotes({ diagnostics, hasDocument, onShow }: Props) {
  const [isOpen, setOpen] = useState(false);
  if (diagnostics.length === 0) return null;
  const sorted = diagnostics.toSorted((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  const more = sorted.length - SHOWN;
  return (
    <div class="build-notes">
      <button type="button" class="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {sorted.length === 1 ? "1 note" : `${sorted.length} notes`}
      </button>
      {isOpen && (
        <section class="build-notes-list" aria-label="Notes on these minutes">
          <ul>
            {sorted.slice(0, SHOWN).map((diagnostic) => (
              <Note diagnostic={diagnostic} hasDocument={hasDocument} onShow={onShow} />
            ))}
          </ul>
          {more > 0 && <p>{more} more</p>}
        </section>
      )}
    </div>
  );
}

function Note({ diagnostic, hasDocument, onShow }: Omit<Props, "diagnostics"> & { diagnostic: Diagnostic }) {
  const { severity, message, document, start, end, line, hint } = diagnostic;
  const canShow = document !== undefined && start !== undefined && hasDocument(document);
  const place = line === undefined ? document : `${document}:${line}`;
  return (
    <li class={`build-note build-note-${severity}`}>
      <p>
        <b>{SEVERITIES[severity]}:</b> {message}
      </p>
      {hint !== undefined && <p class="build-note-hint">{hint}</p>}
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

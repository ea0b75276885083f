import "./export-panel.css";
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { type Contents, countContents, describeContents } from "../../formats/describe-contents.ts";
import type { Redaction } from "../../formats/redact-graph.ts";
import { IS_SHARED } from "../data/embedded-graph.ts";
import { runInSlices } from "../run-in-slices.ts";
import type { Shown } from "../store/explorer-store.ts";
import { createSharedPage } from "./create-shared-page.ts";
import { type Form, FORMS, FORMS_WITH_SENTENCES, FORMS_WITH_TEXTS, SCALES } from "./export-forms.ts";
import type { ExportProps } from "./export-props.ts";
import { saveFile } from "./save-file.ts";
import { type Extent, selectSource, writeFiles } from "./write-files.ts";

interface Props extends ExportProps {
  /** The form whose button is to have the focus. */
  wished: string | undefined;
  redaction: Redaction;
  onRedaction(this: void, redaction: Redaction): void;
  onDone(this: void): void;
}

/** Says what each form would tell of the minutes, and writes it. */
export function ExportPanel({ store, graph, canvas, part, wished, redaction, onRedaction, onDone }: Props) {
  const [isWhole, setWhole] = useState(false);
  const [isWriting, setWriting] = useState(false);
  const [problem, setProblem] = useState("");
  const panel = useRef<HTMLDivElement>(null);
  const shown = store.shown.value;
  const extent: Extent = { part: isWhole ? undefined : (part ?? shown), redaction };
  const contents = useContents(graph, extent);
  const whole = useContents(graph, { redaction });
  useEffect(() => {
    if (wished) panel.current?.querySelector<HTMLElement>(`[data-export="${CSS.escape(wished)}"]`)?.focus();
  }, [wished]);

  const write = async (work: () => Promise<void>): Promise<void> => {
    setProblem("");
    setWriting(true);
    try {
      await store.grouped;
      await work();
      onDone();
    } catch (cause) {
      setProblem(`Nothing was written. ${cause instanceof Error ? cause.message : String(cause)}`);
    } finally {
      setWriting(false);
    }
  };
  const writeForm = (form: Form) =>
    write(async () => {
      for (const { name, content } of await writeFiles(graph, form, extent)) saveFile(content, name);
    });
  const writePage = () =>
    write(async () => {
      const source = selectSource(graph, { redaction });
      saveFile(await createSharedPage(source, location.hash.slice(1)), "minutes-graph.html");
    });
  const writePng = (scale: number) =>
    write(async () => {
      if (canvas) saveFile(await canvas.toPng(scale), "minutes-graph.png");
    });
  const writeSvg = () =>
    write(async () => {
      if (canvas) saveFile(await canvas.toSvg(), "minutes-graph.svg");
    });
  const listForms = (forms: readonly Form[]) =>
    forms.map((form) => (
      <button
        type="button"
        key={form}
        data-export={form}
        disabled={isWriting}
        onClick={() => void writeForm(form)}
      >
        {FORMS[form]}
      </button>
    ));

  return (
    <div class="menu-items export" ref={panel} role="group" aria-label="Export">
      {!part && (
        <fieldset class="export-choice">
          <legend>Of the graph</legend>
          <Choice name="What is shown" isChosen={!isWhole} part={shown} onChoose={() => setWhole(false)} />
          <Choice
            name="All of it"
            isChosen={isWhole}
            part={{ nodes: { size: graph.order }, edges: { size: graph.size } }}
            onChoose={() => setWhole(true)}
          />
        </fieldset>
      )}
      <fieldset class="export-choice">
        <legend>Leave out</legend>
        <label class="menu-choice">
          <input
            type="checkbox"
            checked={redaction.text === true}
            onChange={(event) => onRedaction({ ...redaction, text: event.currentTarget.checked })}
          />
          the minutes’ text (sentences stay)
        </label>
        <label class="menu-choice">
          <input
            type="checkbox"
            checked={redaction.contacts === true}
            onChange={(event) => onRedaction({ ...redaction, contacts: event.currentTarget.checked })}
          />
          mail addresses and handles
        </label>
      </fieldset>
      <Section title="To open again, here or elsewhere" contents={contents} hasTexts>
        {listForms(FORMS_WITH_TEXTS)}
      </Section>
      <Section title="To read and to count" contents={contents} hasTexts={false}>
        {listForms(FORMS_WITH_SENTENCES)}
      </Section>
      {!part && (
        <section>
          <h2>The picture as seen, with its legend</h2>
          <p>Contains the names that are seen.</p>
          <div class="export-scales">
            {SCALES.map((scale) => (
              <button
                type="button"
                key={scale}
                data-export={`png-${scale}`}
                disabled={!canvas || isWriting}
                onClick={() => void writePng(scale)}
              >
                PNG {scale}×
              </button>
            ))}
            <button
              type="button"
              data-export="svg"
              disabled={!canvas || isWriting}
              onClick={() => void writeSvg()}
            >
              SVG
            </button>
          </div>
        </section>
      )}
      {!part && !IS_SHARED && (
        <Section title="The whole graph with this page, and this view" contents={whole} hasTexts>
          <button type="button" data-export="page" disabled={isWriting} onClick={() => void writePage()}>
            One page to share
          </button>
        </Section>
      )}
      {isWriting && <p role="status">Writing…</p>}
      {problem && <p role="alert">{problem}</p>}
    </div>
  );
}

interface ChoiceProps {
  name: string;
  isChosen: boolean;
  part: { nodes: { size: number }; edges: { size: number } };
  onChoose(this: void): void;
}

function Choice({ name, isChosen, part, onChoose }: ChoiceProps) {
  return (
    <label class="menu-choice">
      <input type="radio" name="export-extent" checked={isChosen} onChange={onChoose} />
      <span>
        {name}{" "}
        <small>
          {part.nodes.size} nodes, {part.edges.size} links
        </small>
      </span>
    </label>
  );
}

interface SectionProps {
  title: string;
  contents: Contents | undefined;
  hasTexts: boolean;
  children: ComponentChildren;
}

function Section({ title, contents, hasTexts, children }: SectionProps) {
  return (
    <section>
      <h2>{title}</h2>
      <p aria-live="polite">
        {contents ? `Contains ${describeContents(contents, hasTexts)}.` : "Counting what it contains…"}
      </p>
      {children}
    </section>
  );
}

/** What a file of that extent would tell, once it is counted. */
function useContents(graph: ExportProps["graph"], { part, redaction }: Extent): Contents | undefined {
  const [contents, setContents] = useState<Contents>();
  const { text = false, contacts = false } = redaction;
  useEffect(() => {
    const counting = new AbortController();
    setContents(undefined);
    const source = selectSource(graph, { part, redaction: { text, contacts } });
    runInSlices(countContents(source), counting.signal)
      .then(setContents)
      .catch(() => undefined);
    return () => counting.abort();
  }, [graph, part as Shown | undefined, text, contacts]);
  return contents;
}

import type { Decoding } from "../../../src/minutes/decode-document.ts";
import type { Block, DecodedDocument, MappedText } from "../../../src/minutes/document.ts";

/** What came out, a line for each field and block. */
export function describeDocuments({ documents, diagnostics }: Decoding): string {
  const several = documents.length > 1;
  return [
    ...documents.flatMap((document) => [
      ...(several ? [`document ${document.id}`] : []),
      ...describe(document),
    ]),
    ...diagnostics.map(({ code, document }) => `diagnostic ${code} ${document}`),
  ].join("\n");
}

function describe(document: DecodedDocument): string[] {
  const { format, title, date, author, messageId, references } = document;
  return [
    `format ${format}`,
    ...(title ? [`title ${title}`] : []),
    ...(date ? [`date ${date}`] : []),
    ...(author ? [`author ${author.name} <${author.address}>`] : []),
    ...(messageId ? [`message ${messageId}${references.map((id) => ` < ${id}`).join("")}`] : []),
    ...document.diagnostics.map(({ code }) => `diagnostic ${code}`),
    ...document.blocks.flatMap(describeBlock),
  ];
}

function describeBlock(block: Block): string[] {
  const quoted = block.quoted ? `${">".repeat(block.quoted)} ` : "";
  const marker = block.marker ? ` ${block.marker}` : "";
  const box = block.checked === undefined ? "" : block.checked ? " [x]" : " [ ]";
  const speaker = block.speaker ? ` <${block.speaker.text}>` : "";
  const noted = block.notedBy ? ` noted by ${block.notedBy.text}` : "";
  const time = block.time ? ` ${block.time}` : "";
  const head = `${quoted}${block.kind} ${block.depth}${marker}${box}${speaker}${noted}${time}`;
  if (block.rows)
    return [head, ...block.rows.map((row) => `  ${row.map((cell) => cell.text).join(" | ")}`.trimEnd())];
  const lines = block.content.text.split("\n");
  return [`${head}: ${lines.join("⏎")}`];
}

/** Every place in a document that is not what it says: a run outside of the text, out of order, or of another text. */
export function findLies(document: DecodedDocument): string[] {
  const contents = document.blocks.flatMap((block) => [
    block.content,
    ...(block.speaker ? [block.speaker] : []),
    ...(block.notedBy ? [block.notedBy] : []),
    ...(block.rows ?? []).flat(),
  ]);
  return [
    ...contents.flatMap((content) => findWrongRuns(document.text, content)),
    ...document.blocks.flatMap(findWrongMarks),
  ];
}

function findWrongRuns(text: string, content: MappedText): string[] {
  let [at, start] = [0, 0];
  return content.runs.flatMap((run) => {
    const isOrdered = run.at >= at && run.start >= start && run.length > 0;
    const isInside = run.at + run.length <= content.text.length && run.start + run.length <= text.length;
    const source = text.slice(run.start, run.start + run.length);
    const isSame = source === content.text.slice(run.at, run.at + run.length);
    [at, start] = [run.at + run.length, run.start + run.length];
    return isOrdered && isInside && isSame
      ? []
      : [`${JSON.stringify(run)} in ${JSON.stringify(content.text)}`];
  });
}

function findWrongMarks({ content, marks }: Block): string[] {
  const wrong = marks.filter(({ start, end }) => start < 0 || end <= start || end > content.text.length);
  return wrong.map((mark) => `${JSON.stringify(mark)} in ${JSON.stringify(content.text)}`);
}

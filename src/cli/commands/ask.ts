import type { Command } from "commander";
import { type Answer, type AnswerRow, answerQuestion } from "../../graph/answer-question.ts";
import type { QueryIndex } from "../../graph/query-index.ts";
import { failContent, type Invocation } from "../invocation.ts";
import { loadIndex } from "../load-graph.ts";
import { addAnswerOptions, type QuestionOptions } from "../options.ts";
import { locateCitation, printCitation } from "../print-citation.ts";
import { printJson } from "../print-list.ts";
import { writeCsv } from "../../formats/write-csv.ts";
import { type Terminal, toPlainLine } from "../terminal.ts";

const SENTENCES_PER_ROW = 2;

export function addAskCommand(program: Command, invocation: Invocation): void {
  addAnswerOptions(
    program
      .command("ask")
      .summary("answer a question in words")
      .description(
        'Answers a question in words, e.g. "who works on GICv3", "what does Marc do", "what changed since 2013-12".',
      )
      .argument("<question>", "in quotation marks")
      .argument("[path...]", "minutes or a graph file; graph-data/minutes unless told"),
  ).action((question: string, paths: string[], options: QuestionOptions) =>
    ask(invocation, question, paths, options),
  );
}

async function ask(
  invocation: Invocation,
  question: string,
  paths: readonly string[],
  options: QuestionOptions,
): Promise<void> {
  const { terminal } = invocation;
  const index = await loadIndex(invocation, paths, options);
  const answer = answerQuestion(index, question, { limit: options.limit ?? Infinity });
  if (options.json) await printJson(terminal, answer);
  else if (options.csv) await terminal.write(writeCsv(toTable(index, answer)));
  else await terminal.write(print(terminal, index, answer));
  if (!answer.question) failContent(`The question could not be read. ${answer.reading}`);
}

function toTable(index: QueryIndex, { parts }: Answer): (string | undefined)[][] {
  const rows = parts.flatMap(({ title, rows: answers }) =>
    answers.map(({ words, detail, citations: [citation] }) => [
      title,
      words,
      detail,
      citation?.evidence.quote,
      citation && locateCitation(index, citation),
    ]),
  );
  return [["part", "answer", "detail", "sentence", "place"], ...rows];
}

function print(terminal: Terminal, index: QueryIndex, { reading, notes, parts, help }: Answer): string[] {
  const { bold, dim } = terminal.colors;
  return [
    ...[reading, ...notes].map((line) => `${dim(toPlainLine(line))}\n`),
    ...parts.flatMap(({ title, rows, total }) => [
      `\n${bold(toPlainLine(title))}\n`,
      ...rows.map((row) => printRow(terminal, index, row)),
      total > rows.length ? dim(`  … and ${total - rows.length} more\n`) : "",
    ]),
    ...help.map((line) => `${toPlainLine(line)}\n`),
  ];
}

function printRow(terminal: Terminal, index: QueryIndex, { words, detail, citations }: AnswerRow): string {
  const head = `  ${toPlainLine(words)}${detail ? ` ${terminal.colors.dim(toPlainLine(detail))}` : ""}\n`;
  const shown = citations.slice(0, SENTENCES_PER_ROW);
  const left = citations.length - shown.length;
  const more = left > 0 ? terminal.colors.dim(`     … ${left} more\n`) : "";
  return head + shown.map((citation) => printCitation(terminal, index, citation)).join("") + more;
}

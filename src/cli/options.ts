import { type Command, InvalidArgumentError, Option } from "commander";
import type { Redaction } from "../formats/redact-graph.ts";
import type { Period } from "../graph/period.ts";
import type { DataOptions } from "./build-from-paths.ts";

/** What every question takes. */
export interface QuestionOptions extends DataOptions, Period {
  graph?: string;
  json?: boolean;
  csv?: boolean;
  limit?: number;
}

/** `--gazetteer`, `--corrections` and `--cache`. */
export function addDataOptions(command: Command): Command {
  return command
    .option("--gazetteer <file>", "YAML with more names of organisations, projects and topics")
    .option(
      "--corrections <file>",
      "YAML with what you decided; corrections.yaml beside the minutes unless told",
    )
    .option("--cache <folder>", "keep what each file says there, and read only what changed since");
}

/** The options of a question: its graph, its period, and the form of the answer. */
export function addQuestionOptions(command: Command): Command {
  return addAnswerOptions(command)
    .option("--since <date>", "only what was said since: 2013, 2013-12 or 2013-12-03", readFirstDay)
    .option("--until <date>", "only what was said until", readLastDay);
}

/** Those of them that a question has which names its period itself. */
export function addAnswerOptions(command: Command): Command {
  command
    .option("--graph <file>", "a graph file; else the graph is built from the minutes")
    .option("--limit <number>", "at most so many rows", readCount)
    .option("--json", "print the answer as JSON")
    .addOption(new Option("--csv", "print the answer as a table in CSV").conflicts("json"));
  return addDataOptions(command);
}

const REDACTABLE = ["text", "sentences", "contacts"] as const;
export type Redactable = (typeof REDACTABLE)[number];

/** `--without`, of what writes a graph for others. */
export function createWithoutOption(): Option {
  const meaning = "what to leave out: the minutes' text, also its sentences, mail addresses and handles";
  return new Option("--without <what...>", meaning).choices(REDACTABLE);
}

export function toRedaction(without: readonly Redactable[]): Redaction {
  return Object.fromEntries(without.map((what) => [what, true]));
}

/** The period that the options name. */
export function toPeriod({ since, until }: Period): Period {
  return { ...(since !== undefined && { since }), ...(until !== undefined && { until }) };
}

function readFirstDay(text: string): string {
  return readDay(text, (year, month) => `${year}-${month ?? "01"}-01`);
}

function readLastDay(text: string): string {
  return readDay(text, (year, month) => {
    const last = new Date(Date.UTC(Number(year), Number(month ?? "12"), 0));
    return last.toISOString().slice(0, 10);
  });
}

function readDay(text: string, complete: (year: string, month?: string) => string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? [];
  const date = year === undefined || day !== undefined ? text : complete(year, month);
  const time = Date.parse(date);
  if (year === undefined || Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date)
    throw new InvalidArgumentError("A date is written 2013, 2013-12 or 2013-12-03.");
  return date;
}

function readCount(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError("It is a number from 1.");
  return Number(text);
}

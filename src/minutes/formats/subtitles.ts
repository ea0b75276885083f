import type { Block, DecodedDocument, MappedText } from "../document.ts";
import { mapText, MappedTextBuilder, trimBounds } from "./mapped-text.ts";

/** A cue's times: `00:00:01.000 --> 00:00:04.000`, and what says where to show it. */
const TIMES = /^((?:\d{1,3}:)?\d{2}:\d{2})[.,]\d{3} +--> +(?:\d{1,3}:)?\d{2}:\d{2}[.,]\d{3}/;
const VOICE = /^<v(?:\.[^\s>]{0,40})? ([^>]{1,80})>/;
const NAMED = /^([\p{Lu}\p{Lo}][^:<>]{0,60}?): /u;

/** Whether a text is a call's transcript as subtitles (WebVTT, SubRip). */
export function isSubtitles(text: string): boolean {
  const head = text.slice(0, 2000);
  return /^\uFEFF?WEBVTT\b/.test(head) || /^\s*\d{1,6}\r?\n\d{2}:\d{2}:\d{2},\d{3} -->/.test(head);
}

/** Decodes a transcript: what one speaker says in a row is one message, with the time of its first cue. */
export function decodeSubtitles(path: string, text: string): DecodedDocument {
  const reader = new CueReader(text);
  for (let at = 0; at < text.length;) {
    const found = text.indexOf("\n", at);
    const lineEnd = found < 0 ? text.length : found;
    reader.readLine(...trimBounds(text, at, lineEnd));
    at = lineEnd + 1;
  }
  const blocks = reader.finish();
  return { id: path, path, format: "chat", text, recipients: [], references: [], blocks, diagnostics: [] };
}

class CueReader {
  private readonly text: string;
  private readonly blocks: Block[] = [];
  private time: string | undefined;
  private speaker: MappedText | undefined;
  private builder: MappedTextBuilder;
  private startTime: string | undefined;

  constructor(text: string) {
    this.text = text;
    this.builder = new MappedTextBuilder(text);
  }

  /** What stands before the first cue, and the line before each cue's times, is none of the words. */
  readLine(start: number, end: number): void {
    const line = this.text.slice(start, Math.min(end, start + 200));
    const times = TIMES.exec(line);
    if (times) this.time = times[1];
    else if (end === start) this.time = undefined;
    else if (this.time !== undefined) this.readWords(start, end, line);
  }

  finish(): Block[] {
    this.close();
    return this.blocks;
  }

  private readWords(start: number, end: number, line: string): void {
    const voice = VOICE.exec(line) ?? NAMED.exec(line);
    const name = voice?.[1];
    if (name !== undefined && voice) {
      const at = start + voice[0].indexOf(name);
      if (name !== this.speaker?.text) this.close();
      this.speaker = mapText(this.text, at, at + name.length);
    }
    const tail = this.text.endsWith("</v>", end) ? end - 4 : end;
    this.startTime ??= this.time;
    if (this.builder.length > 0) this.builder.appendSynthetic(" ");
    this.builder.append(start + (voice?.[0].length ?? 0), tail);
  }

  private close(): void {
    const content = this.builder.build();
    this.builder = new MappedTextBuilder(this.text);
    const { speaker, startTime } = this;
    this.startTime = undefined;
    if (!content.text.trim()) return;
    const block: Block = {
      kind: "message",
      depth: 0,
      content,
      marks: [],
      ...(startTime && { time: startTime }),
    };
    this.blocks.push(speaker ? { ...block, speaker } : { ...block, kind: "paragraph" });
  }
}

// The worker that reads graph files and builds minutes, so that the page stays free to move.
import { readSourceFiles } from "./read-source-files.ts";
import { cutIntoAnswers, type OpenAnswer, type OpenRequest } from "./worker-message.ts";

const answer = (message: OpenAnswer): void => self.postMessage(message, {});

self.addEventListener("message", ({ data }: MessageEvent<OpenRequest>) => void open(data));

async function open({ files }: OpenRequest): Promise<void> {
  try {
    const opened = await readSourceFiles(files, (done, total, path) =>
      answer({ kind: "progress", done, total, path }),
    );
    for (const part of cutIntoAnswers(opened)) answer(part);
  } catch (error) {
    answer({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  }
}

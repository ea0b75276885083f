import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

const command = fileURLToPath(new URL("../../dist/cli/minutes-graph.js", import.meta.url));
export const KVM_MINUTES = fileURLToPath(
  new URL("../../graph-data/minutes/kvm-2013-12-03.txt", import.meta.url),
);

export interface CommandResult {
  code: number | null;
  out: string;
  err: string;
}

/** A folder that lives as long as the test, with the files in it. */
export function createFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "minutes-graph-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** Runs the built command in a folder, as a script would: with no terminal. */
export function runCommand(
  folder: string,
  args: readonly string[],
  input: string | Uint8Array = "",
): CommandResult {
  const env = { ...process.env };
  for (const name of ["CI", "FORCE_COLOR", "NO_COLOR"]) delete env[name];
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd: folder,
    input,
    env,
  });
  return { code: status, out: stdout.toString(), err: stderr.toString() };
}

/** The shortest minutes that say something about everything. */
export const TEA_MINUTES = `# Tea Working Group, 2024-03-05

## Attendees

- Ann Lee (Kettle Ltd)
- Bob Roth (Cup GmbH)

## Infuser

- Ann is working on the infuser.
- Bob will review the infuser.
`;

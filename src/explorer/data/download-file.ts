import type { SourceFile } from "../../build-graph.ts";

/**
 * Downloads a file by address.
 * @throws Error, fit for people
 */
export async function downloadFile(address: string, signal?: AbortSignal): Promise<SourceFile> {
  const url = new URL(address);
  const path = decodeName(url.pathname.split("/").at(-1) || url.hostname);
  return { path, bytes: await fetchBytes(url, signal) };
}

async function fetchBytes(url: URL, signal: AbortSignal | undefined): Promise<Uint8Array> {
  try {
    const response = await fetch(url, signal ? { signal } : {});
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
    throw new Error(`${url.href} could not be opened: the host answered ${response.status}.`);
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    const reason = "there is no connection, or that host does not let other pages read it";
    throw new Error(`${url.href} could not be reached: ${reason}.`, { cause });
  }
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

import { describe, expect, test } from "vitest";
import { decodeDocuments } from "../../src/minutes/decode-document.ts";
import { findLies } from "./formats/describe-documents.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

async function decodeOne(path: string, bytes: Uint8Array): Promise<string[]> {
  const { documents, diagnostics } = await decodeDocuments(path, bytes);
  expect(documents.flatMap(findLies)).toEqual([]);
  return [...documents.map((document) => document.text), ...diagnostics.map(({ code }) => code)];
}

describe("bytes", () => {
  test("leave the byte-order mark of UTF-8 out of the text", async () => {
    expect(await decodeOne("a.txt", encode("\uFEFFZoë"))).toEqual(["Zoë"]);
  });

  test("are read as UTF-16 by their mark, in either order", async () => {
    expect(await decodeOne("a.txt", Uint8Array.of(0xff, 0xfe, 0x5a, 0, 0x6f, 0, 0xeb, 0))).toEqual(["Zoë"]);
    expect(await decodeOne("a.txt", Uint8Array.of(0xfe, 0xff, 0, 0x5a, 0, 0x6f, 0, 0xeb))).toEqual(["Zoë"]);
  });

  test("that are not UTF-8 are read as windows-1252, which is told", async () => {
    const bytes = Uint8Array.of(0x5a, 0x6f, 0xeb, 0x20, 0x80);
    expect(await decodeOne("a.txt", bytes)).toEqual(["Zoë €", "assumed-encoding"]);
  });

  test("of a mail without a character set are read as windows-1252 where they are not UTF-8", async () => {
    const head = encode("From: ada@quay.example\r\nSubject: Dock\r\nReceived: x\r\n\r\nZo");
    expect(await decodeOne("a.eml", Uint8Array.from([...head, 0xeb]))).toEqual(["Zoë\n"]);
  });
});

describe("a file that is not read", () => {
  test("is empty, also where it has white space alone", async () => {
    expect(await decodeOne("a.txt", new Uint8Array())).toEqual(["empty-file"]);
    expect(await decodeOne("a.md", encode(" \n\t\n"))).toEqual(["empty-file"]);
  });

  test("has bytes that no text has", async () => {
    expect(await decodeOne("a.txt", Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 8, 0))).toEqual(["binary-file"]);
    expect(await decodeOne("a.txt", encode("%PDF-1.7 plain words"))).toEqual(["binary-file"]);
  });

  test("is none because of a stray zero byte or the colours of a chat", async () => {
    expect(await decodeOne("a.txt", encode("a\u0000b".padEnd(300, " c")))).toHaveLength(1);
    expect(await decodeOne("a.txt", encode("<ada> \u000304red\u000f\n<ben> \u0002bold"))).toHaveLength(1);
  });

  test("is larger than the limit", async () => {
    expect(await decodeOne("a.txt", new Uint8Array(33 * 1024 * 1024).fill(97))).toEqual(["file-too-large"]);
  });

  test("is a message whose parts nest without end", async () => {
    const boundaries = Array.from({ length: 80 }, (_, level) => `b${level}`);
    const parts = boundaries.map(
      (name) => `Content-Type: multipart/mixed; boundary="${name}"\n\n--${name}\n`,
    );
    const bytes = encode(`From: ada@quay.example\nSubject: Dock\n${parts.join("")}`);
    expect(await decodeOne("a.eml", bytes)).toEqual(["unreadable-mail"]);
  });
});

describe("what would be slow", () => {
  test.each(["a.txt", "a.md", "a.html"])(
    "is read in time: eight million units on one line of %s",
    async (path) => {
      const text = "words - and * more ".repeat(430_000);
      expect(await decodeOne(path, encode(text))).toHaveLength(1);
    },
  );

  test.each([
    ["a.md", "- ".repeat(200_000)],
    ["a.md", "> - ".repeat(100_000)],
    ["a.md", "[".repeat(400_000)],
    ["a.html", "<b></i>".repeat(60_000)],
    ["a.html", `${"<b>".repeat(100_000)}${"</i>".repeat(100_000)}`],
    ["a.html", "<ul><li>".repeat(30_000)],
    ["a.eml", "From: ada@quay.example\r\r\n".repeat(5000)],
    ["a.txt", "From: ada\n To: x\n".repeat(10_000)],
  ])("is read in time: %s of nothing but markers (%#)", async (path, text) => {
    expect(await decodeOne(path, encode(`${text}x`))).toHaveLength(1);
  });
});

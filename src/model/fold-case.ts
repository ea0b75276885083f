const NOT_ASCII = /[^\u0000-\u007f]/;

/** Case and accents do not count. */
export function foldCase(text: string): string {
  return NOT_ASCII.test(text)
    ? text
        .normalize("NFKD")
        .replace(/\p{M}+/gu, "")
        .toLowerCase()
        .normalize("NFC")
        .replace(/ł/g, "l")
        .replace(/ø/g, "o")
        .replace(/đ/g, "d")
        .replace(/ı/g, "i")
    : text.toLowerCase();
}

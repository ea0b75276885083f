const NOT_THERE = "there is no such file or folder";
const NOT_ALLOWED = "it may not be read";
const REFUSALS: Readonly<Record<string, string>> = {
  ENOENT: NOT_THERE,
  ENOTDIR: NOT_THERE,
  ENAMETOOLONG: NOT_THERE,
  EACCES: NOT_ALLOWED,
  EPERM: NOT_ALLOWED,
  EISDIR: "it is a folder",
  ELOOP: "it is a link that leads to itself",
};

/** Why the operating system gave no file, in words that follow its path and a colon. */
export function explainRefusal({ code = "", message }: NodeJS.ErrnoException): string {
  return REFUSALS[code] ?? message;
}

/** The same as a sentence of its own. */
export function tellRefusal(error: NodeJS.ErrnoException): string {
  const words = explainRefusal(error);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

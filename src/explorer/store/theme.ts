import { signal } from "@preact/signals";

const KEY = "theme";

/** Whether the page has dark colours: the system's choice until the reader makes one. */
export const isDark = signal(readChoice());

export function toggleTheme(): void {
  const theme = isDark.peek() ? "light" : "dark";
  document.documentElement.dataset["theme"] = theme;
  remember(theme);
  isDark.value = theme === "dark";
}

function readChoice(): boolean {
  const chosen = recall();
  if (chosen) document.documentElement.dataset["theme"] = chosen;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function recall(): "light" | "dark" | undefined {
  try {
    const theme = localStorage.getItem(KEY);
    return theme === "light" || theme === "dark" ? theme : undefined;
  } catch {
    return undefined;
  }
}

function remember(theme: string): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // A browser that keeps nothing still changes its colours.
  }
}

import { useState } from "preact/hooks";

const KEY = "theme";

/** Light or dark: the system's choice until the reader makes one. */
export function ThemeButton() {
  const [isDark, setDark] = useState(readChoice);
  const toggle = (): void => {
    const theme = isDark ? "light" : "dark";
    document.documentElement.dataset["theme"] = theme;
    remember(theme);
    setDark(!isDark);
  };
  return (
    <button
      type="button"
      aria-label={isDark ? "Light colours" : "Dark colours"}
      title={isDark ? "Light colours" : "Dark colours"}
      onClick={toggle}
    >
      {isDark ? "☀" : "☾"}
    </button>
  );
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

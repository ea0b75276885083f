import { isDark, toggleTheme } from "../store/theme.ts";
import { Icon } from "./icon.tsx";

/** Light or dark. */
export function ThemeButton() {
  const name = isDark.value ? "Light colours" : "Dark colours";
  return (
    <button type="button" aria-label={name} title={name} onClick={toggleTheme}>
      <Icon name={isDark.value ? "sun" : "moon"} />
    </button>
  );
}

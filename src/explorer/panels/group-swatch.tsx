import type { GroupStyle } from "../../view/look.ts";

/** The look of a group's nodes. */
export function GroupSwatch({ style: { swatch, hasCore } }: { style: GroupStyle }) {
  return <span class={hasCore ? "swatch has-core" : "swatch"} style={{ "--swatch": `var(--${swatch})` }} />;
}

import { GroupSwatch } from "./group-swatch.tsx";
import type { ExplorerStore } from "../store/explorer-store.ts";
import { COLOUR_NAMES, type Group } from "../../view/look.ts";

/** What colours mean where they do not say the kind; a click lets a group stand out. */
export function GroupLegend({ store }: { store: ExplorerStore }) {
  const paint = store.paint.value;
  const { colour, group } = store.look.value;
  if (!paint) return null;
  return (
    <>
      {colour !== "kind" && (
        <>
          <h2 id="legend-groups">Colour: {COLOUR_NAMES[colour]}</h2>
          {!paint.groups && <p class="legend-note">Being computed; until then by kind.</p>}
          <ul aria-labelledby="legend-groups">
            {paint.groups?.map((each) => (
              <Item
                key={each.key}
                group={each}
                isChosen={each.key === group}
                onClick={() => store.setLook({ group: each.key === group ? undefined : each.key })}
              />
            ))}
          </ul>
          {colour === "community" && paint.groups && (
            <button type="button" class="more" onClick={() => store.setView("overview")}>
              Overview of all
            </button>
          )}
        </>
      )}
    </>
  );
}

/** What sizes and haloes mean. */
export function SizeLegend({ store }: { store: ExplorerStore }) {
  const paint = store.paint.value;
  const { size, halo } = store.look.value;
  const isComputed = size === "importance" || paint?.sizeNote !== undefined;
  return (
    <>
      <p class="legend-note">
        <svg class="size-mark" viewBox="0 0 34 16" aria-hidden="true">
          <circle cx="3" cy="11" r="2.5" />
          <circle cx="13" cy="9.5" r="4" />
          <circle cx="27" cy="8" r="6" />
        </svg>
        {!isComputed && "Size is being computed; until then importance."}
        {isComputed && `Size: ${size === "importance" ? "how much is said of it" : paint?.sizeNote}`}
      </p>
      {halo !== "none" && (
        <p class="legend-note">
          <svg class="size-mark" viewBox="0 0 34 16" aria-hidden="true">
            <circle class="halo-mark" cx="27" cy="8" r="6" />
            <circle cx="27" cy="8" r="3" />
          </svg>
          Halo: {HALO_NOTES[halo]} ({paint?.haloes?.size ?? 0})
        </p>
      )}
    </>
  );
}

const HALO_NOTES = {
  promise: "promised, or promises to act",
  recent: "spoken of at the last meeting",
} as const;

interface ItemProps {
  group: Group;
  isChosen: boolean;
  onClick(this: void): void;
}

function Item({ group, isChosen, onClick }: ItemProps) {
  const { name, count } = group;
  return (
    <li>
      <button
        type="button"
        class="legend-item legend-group"
        aria-pressed={isChosen}
        title={isChosen ? "Let all stand out again" : "Let this one stand out"}
        onClick={onClick}
      >
        <GroupSwatch style={group} />
        <span class="legend-name">{name}</span>
        <span class="legend-count">{count}</span>
      </button>
    </li>
  );
}

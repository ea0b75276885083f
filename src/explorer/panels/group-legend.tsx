import type { ExplorerStore } from "../store/explorer-store.ts";
import { COLOUR_NAMES, type Group } from "../store/look.ts";

/** What colours and sizes mean where they do not say kind and importance; a click lets a group stand out. */
export function GroupLegend({ store }: { store: ExplorerStore }) {
  const paint = store.paint.value;
  const { colour, size, group } = store.look.value;
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
        </>
      )}
      {size !== "importance" && (
        <p class="legend-note">
          {paint.sizeNote === undefined
            ? "Size is being computed; until then importance."
            : `Size: ${paint.sizeNote}`}
        </p>
      )}
    </>
  );
}

interface ItemProps {
  group: Group;
  isChosen: boolean;
  onClick(this: void): void;
}

function Item({ group: { name, swatch, count }, isChosen, onClick }: ItemProps) {
  return (
    <li>
      <button
        type="button"
        class="legend-item legend-group"
        aria-pressed={isChosen}
        title={isChosen ? "Let all stand out again" : "Let this one stand out"}
        onClick={onClick}
      >
        <span class="swatch" style={{ background: `var(--${swatch})` }} />
        <span class="legend-name">{name}</span>
        <span class="legend-count">{count}</span>
      </button>
    </li>
  );
}

import type { DataSets } from "./data-sets.ts";
import { Icon } from "../panels/icon.tsx";

/** The page's own graph and those that the reader brought, side by side; nothing where there is only one. */
export function DataTabs({ sets }: { sets: DataSets }) {
  const saved = sets.saved.value;
  const current = sets.current.value;
  if (saved.length === 0) return null;
  const isUnsaved = current !== "" && saved.every(({ id }) => id !== current);
  return (
    <nav class="data-tabs" aria-label="Graphs kept in this browser">
      <ul>
        <Tab name="This page" isCurrent={current === ""} onOpen={() => void sets.select("")} />
        {saved.map(({ id, name, nodes, edges }) => (
          <Tab
            key={id}
            name={name}
            detail={`${nodes} nodes, ${edges} edges`}
            isCurrent={id === current}
            onOpen={() => void sets.select(id)}
            onRemove={() => void sets.remove(id)}
          />
        ))}
        {isUnsaved && <li class="data-tab">Not kept</li>}
      </ul>
    </nav>
  );
}

interface TabProps {
  name: string;
  detail?: string;
  isCurrent: boolean;
  onOpen(this: void): void;
  onRemove?: (this: void) => void;
}

function Tab({ name, detail, isCurrent, onOpen, onRemove }: TabProps) {
  return (
    <li class="data-tab">
      <button type="button" title={detail} aria-current={isCurrent ? "page" : undefined} onClick={onOpen}>
        {name}
      </button>
      {onRemove && (
        <button
          type="button"
          class="data-tab-remove"
          aria-label={`Remove ${name} from this browser`}
          onClick={onRemove}
        >
          <Icon name="close" />
        </button>
      )}
    </li>
  );
}

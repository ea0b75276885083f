import { cloneElement } from "preact";
import type { NodeKind } from "../../model/schema.ts";

/** The sign of a kind: colour and shape as in the picture. */
export function KindMark({ kind }: { kind: NodeKind }) {
  return (
    <svg class={`mark mark-${kind}`} viewBox="0 0 16 16" aria-hidden="true">
      {cloneElement(SHAPES[kind])}
    </svg>
  );
}

const SHAPES = {
  person: <circle cx="8" cy="8" r="7" />,
  organisation: <rect x="2" y="2" width="12" height="12" />,
  project: <polygon points="8,0.5 15.5,8 8,15.5 0.5,8" />,
  topic: <polygon points="15,8 11.5,14 4.5,14 1,8 4.5,2 11.5,2" />,
  meeting: <circle cx="8" cy="8" r="5.2" stroke-width="3.6" />,
} satisfies Record<NodeKind, unknown>;

/** Lines on a ground of 20 by 20. */
const PATHS = {
  undo: "M7 4 3.5 7.5 7 11M4 7.5h7.5a4.5 4.5 0 0 1 0 9H8",
  redo: "m13 4 3.5 3.5L13 11m3-3.5H8.5a4.5 4.5 0 0 0 0 9H12",
  more: "M4.5 10h.01M10 10h.01M15.5 10h.01",
  star: "m10 3 2.1 4.5 4.9.6-3.6 3.4.9 4.9L10 14l-4.3 2.4.9-4.9L3 8.1l4.9-.6z",
  sun: "M10 6.7a3.3 3.3 0 1 0 0 6.6 3.3 3.3 0 0 0 0-6.6M10 2v1.5M10 16.5V18M2 10h1.5M16.5 10H18M4.3 4.3l1.1 1.1M14.6 14.6l1.1 1.1M4.3 15.7l1.1-1.1M14.6 5.4l1.1-1.1",
  moon: "M16.5 11.7A7 7 0 0 1 8.3 3.5a7 7 0 1 0 8.2 8.2z",
  help: "M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4M7.9 8a2.1 2.1 0 1 1 3.2 1.8c-.7.4-1.1.8-1.1 1.6M10 13.9h.01",
  plus: "M10 4.5v11M4.5 10h11",
  minus: "M4.5 10h11",
  fit: "M3.5 7.5v-4h4M12.5 3.5h4v4M16.5 12.5v4h-4M7.5 16.5h-4v-4",
  lasso:
    "M9 13.5c-3.6 0-6-1.8-6-4.7S6 3.5 10 3.5s7 2.2 7 5.3c0 2.3-1.9 4.1-4.7 4.6M9 13.5a1.7 1.7 0 1 1 3.3-.1c.1 2-1 3.3-2.8 3.8",
  play: "M6.5 4.2v11.6l9-5.8z",
  pause: "M7 4.5v11M13 4.5v11",
  close: "m5.5 5.5 9 9M14.5 5.5l-9 9",
  search: "M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M13.2 13.2l3.3 3.3",
  open: "M3 15.5v-11h4.5l2 2.2H17v8.8z",
  export: "M10 3v9M6.5 8.8 10 12.3l3.5-3.5M3.5 13.5v3h13v-3",
  sliders: "M3 6h6M13 6h4M3 14h2M9 14h8M11 4v4M7 12v4",
  filter: "M3 5h14M5.5 10h9M8 15h4",
  up: "M10 15.5v-11M5.5 9 10 4.5 14.5 9",
  down: "M10 4.5v11M5.5 11l4.5 4.5 4.5-4.5",
  left: "M15.5 10h-11M9 5.5 4.5 10 9 14.5",
  hidden:
    "M3 3l14 14M8 5a8 8 0 0 1 2-.3c3.6 0 6.2 2.6 7.5 5.3a11 11 0 0 1-1.7 2.5M5.5 6.3A11 11 0 0 0 2.5 10c1.3 2.7 3.9 5.3 7.5 5.3a7.5 7.5 0 0 0 3.5-.9",
} as const;

export type IconName = keyof typeof PATHS;

/** A sign beside or instead of words; those who do not see it have the button's name. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}

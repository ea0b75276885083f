import { useRef, useState } from "preact/hooks";

/** A shorter way of the finger is a tap, in pixels. */
const TAP = 12;

/** On a phone, makes the sheet that it is in larger or smaller: by a tap, a key, or dragged up and down. */
export function SheetGrip() {
  const [isTall, setTall] = useState(false);
  const from = useRef(0);
  const wasDragged = useRef(false);
  return (
    <button
      type="button"
      class="sheet-grip"
      aria-expanded={isTall}
      aria-label="Larger"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = event.clientY;
        wasDragged.current = false;
      }}
      onPointerUp={(event) => {
        const way = event.clientY - from.current;
        wasDragged.current = Math.abs(way) > TAP;
        if (wasDragged.current) setTall(way < 0);
      }}
      onClick={() => {
        // A drag ends with a click, too.
        if (!wasDragged.current) setTall(!isTall);
        wasDragged.current = false;
      }}
    />
  );
}

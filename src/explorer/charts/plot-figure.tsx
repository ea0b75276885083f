import "./charts.css";
import { plot, type PlotOptions } from "@observablehq/plot";
import { useEffect, useRef, useState } from "preact/hooks";

interface Props<Datum> {
  /** What it shows, for those who do not see it. */
  label: string;
  /** The drawing, for so many CSS pixels of width. Its marks with a tip say what a click means. */
  draw(this: void, width: number): PlotOptions;
  /** Called with what the pointer is at. */
  onChoose(this: void, datum: Datum): void;
}

/** A chart as wide as there is room. All of it is in a table, too, which is there for the keyboard. */
export function PlotFigure<Datum>({ label, draw, onChoose }: Props<Datum>) {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (width === 0) return undefined;
    const figure = plot({ ...draw(width), style: { fontSize: "12px" } });
    figure.setAttribute("aria-hidden", "true");
    const choose = (): void => {
      const datum = (figure as unknown as { value: Datum | null }).value;
      if (datum) onChoose(datum);
    };
    figure.addEventListener("click", choose);
    place.current?.replaceChildren(figure);
    return () => figure.remove();
  }, [draw, onChoose, width]);
  return <div class="chart" role="img" aria-label={label} ref={place} />;
}

import { describe, expect, test } from "vitest";
import { findFit, frameWhole, QUARTER } from "../../src/explorer/canvas/find-fit.ts";

describe("the camera that fits a graph", () => {
  const wide = { width: 200, height: 100 };
  const desk = { width: 1000, height: 500, padding: 0 };
  const phone = { width: 400, height: 800, padding: 0 };

  test("looks at the whole of it as it is where that fits", () => {
    expect(findFit(frameWhole(wide), wide, desk)).toEqual({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
  });

  test("turns a wide graph on a tall screen, where it is twice as large then", () => {
    const fit = findFit(frameWhole(wide), wide, phone);
    expect(fit).toEqual({ x: 0.5, y: 0.5, ratio: 0.5, angle: QUARTER });
  });

  test("turns none that must stay upright, and none that would hardly be larger", () => {
    expect(findFit(frameWhole(wide), wide, phone, 0).angle).toBe(0);
    const square = { width: 110, height: 100 };
    expect(findFit(frameWhole(square), square, phone).angle).toBe(0);
  });

  test("leaves a turned one turned where that is asked for, and comes as near as it can", () => {
    expect(findFit(frameWhole(wide), wide, desk, QUARTER)).toMatchObject({ ratio: 2, angle: QUARTER });
  });

  test("comes near to a part of the graph, and keeps the padding free", () => {
    const corner = { left: 0, right: 0.25, top: 0.25, bottom: 0.375 };
    const fit = findFit(corner, wide, desk);
    expect(fit).toEqual({ x: 0.125, y: 0.3125, ratio: 0.25, angle: 0 });
    const padded = findFit(corner, wide, { width: 1100, height: 600, padding: 50 });
    // Of a width of 1100, the whole takes 1000.
    expect((0.25 * 500 * (1100 / 600)) / padded.ratio).toBeCloseTo(1000, 9);
  });

  test("does not fall into a single node", () => {
    const point = { left: 0.5, right: 0.5, top: 0.5, bottom: 0.5 };
    expect(findFit(point, { width: 0, height: 0 }, desk).ratio).toBe(1);
  });
});

import type { CameraState, Dimensions } from "sigma/types";
import { getCorrectionRatio } from "sigma/utils";
import type { Box } from "./place-labels.ts";

/** The place of the drawing, in pixels. */
export interface FitFrame extends Dimensions {
  /** What stays free at each side. */
  padding: number;
}

/** The angle of a picture that is turned. */
export const QUARTER = Math.PI / 2;
/** A turned picture must be so much larger to be worth it. */
const WORTH_TURNING = 1.25;

/**
 * Where the camera looks from so that a box just fits.
 * @param box in the frame that the camera looks at, in which the whole graph is 1 long
 * @param graph the whole graph's width and height, in any unit
 * @param angle the camera's angle, upright or turned by a quarter; where absent, the one that makes the picture
 *   larger: names are upright in any case
 */
export function findFit(box: Box, graph: Dimensions, frame: FitFrame, angle?: number): CameraState {
  const { width, height, padding } = frame;
  const unit = (Math.min(width, height) - 2 * padding) * getCorrectionRatio(frame, graph);
  const [across, down] = [(box.right - box.left) * unit, (box.bottom - box.top) * unit];
  const ratioOf = (wide: number, tall: number): number =>
    Math.max(wide / (width - 2 * padding), tall / (height - 2 * padding)) || 1;
  const [upright, turned] = [ratioOf(across, down), ratioOf(down, across)];
  const isTurned = angle === undefined ? turned * WORTH_TURNING < upright : angle !== 0;
  return {
    x: (box.left + box.right) / 2,
    y: (box.top + box.bottom) / 2,
    ratio: isTurned ? turned : upright,
    angle: isTurned ? QUARTER : 0,
  };
}

/** The whole graph in the frame that the camera looks at. */
export function frameWhole({ width, height }: Dimensions): Box {
  const longest = Math.max(width, height) || 1;
  const [x, y] = [width / longest / 2, height / longest / 2];
  return { left: 0.5 - x, right: 0.5 + x, top: 0.5 - y, bottom: 0.5 + y };
}

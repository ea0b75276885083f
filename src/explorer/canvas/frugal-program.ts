import type { RenderParams } from "sigma/types";
import type { InnerProgram } from "./sigma-inner.ts";

/** So many items are drawn on the move: of nodes in the order of their importance, the most telling. */
const MOST_MOVING = 20_000;

/** Tells a program that what it draws has changed. */
export type NoteChange = () => void;

/**
 * Lets a program of Sigma's send its data to the graphics card when they changed and not for every picture, and leave
 * out on the move what nobody can see then: the picture that tells which node the pointer is on, and the first and
 * least of very many items.
 * @param isLeftOut whether the program is to draw nothing just now
 */
export function makeFrugal(
  program: InnerProgram,
  isMoving: () => boolean,
  isLeftOut: () => boolean,
): NoteChange {
  const sent = new WeakMap<object, number>();
  let version = 1;
  /** How many of the first items are passed over. */
  let skipped = 0;
  program.bindProgram = (info) => {
    const { gl } = info;
    const send = sent.get(info) !== version;
    sent.set(info, version);
    if (program.isInstanced) {
      gl.bindBuffer(gl.ARRAY_BUFFER, info.constantBuffer);
      bindAttributes(program, info, {
        attributes: program.CONSTANT_ATTRIBUTES,
        offset: 0,
        isInstanced: false,
      });
      if (send) gl.bufferData(gl.ARRAY_BUFFER, program.constantArray, gl.STATIC_DRAW);
    }
    gl.bindBuffer(gl.ARRAY_BUFFER, info.buffer);
    const { ATTRIBUTES: attributes, ATTRIBUTES_ITEMS_COUNT: width, isInstanced } = program;
    const offset = skipped * width * Float32Array.BYTES_PER_ELEMENT;
    bindAttributes(program, info, { attributes, offset, isInstanced });
    if (send) gl.bufferData(gl.ARRAY_BUFFER, program.array, gl.DYNAMIC_DRAW);
    gl.bindBuffer(gl.ARRAY_BUFFER, null);
  };
  const renderAll = program.render.bind(program);
  program.render = (params) => {
    if (program.hasNothingToRender() || isLeftOut()) return;
    if (!isMoving()) return renderAll(params);
    const { capacity } = program;
    skipped = program.isInstanced ? Math.max(0, capacity - MOST_MOVING) : 0;
    program.capacity = capacity - skipped;
    renderPicture(program, params);
    program.capacity = capacity;
    skipped = 0;
  };
  return () => {
    version++;
  };
}

function renderPicture(program: InnerProgram, params: RenderParams): void {
  const { width, height, pixelRatio } = params;
  program.normalProgram.gl.viewport(0, 0, width * pixelRatio, height * pixelRatio);
  program.bindProgram(program.normalProgram);
  program.renderProgram(params, program.normalProgram);
  program.unbindProgram(program.normalProgram);
}

function bindAttributes(
  program: InnerProgram,
  info: InnerProgram["normalProgram"],
  layout: { attributes: InnerProgram["ATTRIBUTES"]; offset: number; isInstanced: boolean },
): void {
  let { offset } = layout;
  for (const attribute of layout.attributes)
    offset += program.bindAttribute(attribute, info, offset, layout.isInstanced);
}

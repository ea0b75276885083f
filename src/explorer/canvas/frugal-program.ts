import type { InnerProgram } from "./sigma-inner.ts";

/** Tells a program that what it draws has changed. */
export type NoteChange = () => void;

/**
 * Lets a program of Sigma's send its data to the graphics card when they changed and not for every picture, and leave
 * out on the move what nobody can see then: the picture that tells which node the pointer is on.
 * @param isLeftOut whether the program is to draw nothing just now
 */
export function makeFrugal(
  program: InnerProgram,
  isMoving: () => boolean,
  isLeftOut: () => boolean,
): NoteChange {
  const sent = new WeakMap<object, number>();
  let version = 1;
  program.bindProgram = (info) => {
    const { gl } = info;
    const send = sent.get(info) !== version;
    sent.set(info, version);
    if (program.isInstanced) {
      gl.bindBuffer(gl.ARRAY_BUFFER, info.constantBuffer);
      bindAttributes(program, info, program.CONSTANT_ATTRIBUTES, false);
      if (send) gl.bufferData(gl.ARRAY_BUFFER, program.constantArray, gl.STATIC_DRAW);
    }
    gl.bindBuffer(gl.ARRAY_BUFFER, info.buffer);
    bindAttributes(program, info, program.ATTRIBUTES, program.isInstanced);
    if (send) gl.bufferData(gl.ARRAY_BUFFER, program.array, gl.DYNAMIC_DRAW);
    gl.bindBuffer(gl.ARRAY_BUFFER, null);
  };
  const renderAll = program.render.bind(program);
  program.render = (params) => {
    if (program.hasNothingToRender() || isLeftOut()) return;
    if (!isMoving()) return renderAll(params);
    const { width, height, pixelRatio } = params;
    program.normalProgram.gl.viewport(0, 0, width * pixelRatio, height * pixelRatio);
    program.bindProgram(program.normalProgram);
    program.renderProgram(params, program.normalProgram);
    program.unbindProgram(program.normalProgram);
  };
  return () => {
    version++;
  };
}

function bindAttributes(
  program: InnerProgram,
  info: InnerProgram["normalProgram"],
  attributes: InnerProgram["ATTRIBUTES"],
  isInstanced: boolean,
): void {
  let offset = 0;
  for (const attribute of attributes) offset += program.bindAttribute(attribute, info, offset, isInstanced);
}

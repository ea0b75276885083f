import type { RenderParams } from "sigma/types";
import { beforeEach, expect, test } from "vitest";
import { makeFrugal, type NoteChange } from "../../src/explorer/canvas/frugal-program.ts";
import type { InnerProgram } from "../../src/explorer/canvas/sigma-inner.ts";

const PARAMS = { width: 10, height: 10, pixelRatio: 1 } as RenderParams;

let sent: unknown[];
let drawn: string[];
let counts: number[];
let offsets: number[];
let program: InnerProgram;
let note: NoteChange;
let isMoving: boolean;
let isLeftOut: boolean;

beforeEach(() => {
  [sent, drawn, counts, offsets, isMoving, isLeftOut] = [[], [], [], [], false, false];
  const gl = {
    bindBuffer: () => undefined,
    viewport: () => undefined,
    bufferData: (_target: number, data: Float32Array) => data.length > 0 && sent.push(data),
  } as unknown as WebGLRenderingContext;
  const toInfo = (name: string) => ({ name, gl, buffer: {}, constantBuffer: {} });
  program = {
    ATTRIBUTES: [{ name: "a", size: 1, type: 5126 }],
    CONSTANT_ATTRIBUTES: [],
    array: new Float32Array([1]),
    constantArray: new Float32Array(),
    ATTRIBUTES_ITEMS_COUNT: 1,
    isInstanced: true,
    capacity: 10,
    normalProgram: toInfo("picture"),
    pickProgram: toInfo("pointer"),
    reallocate: () => undefined,
    process: () => undefined,
    kill: () => undefined,
    hasNothingToRender: () => false,
    // As Sigma does: what tells the nodes apart, then the picture.
    render(params) {
      for (const info of [this.pickProgram, this.normalProgram]) {
        if (!info) continue;
        this.bindProgram(info);
        this.renderProgram(params, info);
      }
    },
    renderProgram(_params, info) {
      drawn.push((info as unknown as { name: string }).name);
      counts.push(this.capacity);
    },
    bindProgram: () => undefined,
    unbindProgram: () => undefined,
    bindAttribute(_attribute, _info, offset) {
      offsets.push(offset);
      return 4;
    },
  };
  note = makeFrugal(
    program,
    () => isMoving,
    () => isLeftOut,
  );
});

test("data go to the graphics card once for each of its two pictures, and again only when they changed", () => {
  program.render(PARAMS);
  program.render(PARAMS);
  expect(sent).toEqual([program.array, program.array]);
  note();
  program.render(PARAMS);
  expect(sent).toHaveLength(4);
});

test("on the move, nodes are not told apart; when still again, they are, with what changed meanwhile", () => {
  program.render(PARAMS);
  isMoving = true;
  note();
  program.render(PARAMS);
  expect(drawn).toEqual(["pointer", "picture", "picture"]);
  isMoving = false;
  program.render(PARAMS);
  expect(drawn.slice(3)).toEqual(["pointer", "picture"]);
  expect(sent).toHaveLength(4);
});

test("on the move, only the last and most telling of very many are drawn; when still again, all", () => {
  program.capacity = 50_000;
  isMoving = true;
  program.render(PARAMS);
  expect([counts, offsets]).toEqual([[20_000], [30_000 * 4]]);
  isMoving = false;
  program.render(PARAMS);
  expect([counts.slice(1), offsets.slice(1)]).toEqual([
    [50_000, 50_000],
    [0, 0],
  ]);
});

test("what is left out is neither sent nor drawn", () => {
  isLeftOut = true;
  program.render(PARAMS);
  expect([sent, drawn]).toEqual([[], []]);
});

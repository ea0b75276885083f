import type { Attributes } from "graphology-types";
import { NodeProgram, type ProgramInfo } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import { NODE_KINDS, type NodeKind } from "../../model/schema.ts";
import { CORE, RING_CORE } from "./trace-shape.ts";

const UNIFORMS = ["u_sizeRatio", "u_correctionRatio", "u_matrix", "u_ground"] as const;
type Uniform = (typeof UNIFORMS)[number];

/** What is added to the number of a shape that has a core. */
const CORED = 8;

/** Whoever draws with the program knows what lies below. */
export interface Grounded {
  /** The colour of the ground: red, green and blue from 0 to 1. */
  ground: readonly [number, number, number];
}

/** What the program reads of a node besides Sigma's own. */
export interface ShapeData extends NodeDisplayData {
  kind: NodeKind;
  hasCore: boolean;
}

const VERTEX_SHADER = /* glsl */ `
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute vec4 a_color;
attribute vec4 a_id;
attribute float a_angle;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec4 v_color;
varying vec2 v_offset;
varying float v_radius;
varying float v_shape;
varying float v_core;
void main() {
  float size = a_size * u_correctionRatio / u_sizeRatio * 4.0;
  v_offset = size * vec2(cos(a_angle), sin(a_angle));
  gl_Position = vec4((u_matrix * vec3(a_position + v_offset, 1)).xy, 0, 1);
  v_radius = size / 2.0;
  v_shape = mod(a_shape, ${CORED}.0);
  v_core = step(${CORED}.0, a_shape);
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
}`;

/** Distances to the shapes' outlines: disc, square, diamond, hexagon, ring, in the order of the kinds. */
const FRAGMENT_SHADER = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying vec2 v_offset;
varying float v_radius;
varying float v_shape;
varying float v_core;
uniform float u_correctionRatio;
uniform vec3 u_ground;
float findDistance(vec2 at, float radius) {
  vec2 p = abs(at);
  if (v_shape < 0.5) return length(p) - radius;
  if (v_shape < 1.5) return max(p.x, p.y) - radius * 0.8;
  if (v_shape < 2.5) return (p.x + p.y - radius * 1.05) * 0.7071;
  if (v_shape < 3.5) return max(p.x * 0.866 + p.y * 0.5, p.y) - radius * 0.84;
  return abs(length(p) - radius * 0.72) - radius * 0.26;
}
void main(void) {
  float edge = u_correctionRatio * 2.0;
  float distance = findDistance(v_offset, v_radius) + edge;
  #ifdef PICKING_MODE
  if (length(v_offset) > v_radius * 1.15) discard;
  gl_FragColor = v_color;
  #else
  bool isRing = v_shape > 3.5;
  float core = length(v_offset) - v_radius * (isRing ? ${RING_CORE} : ${CORE}) + edge;
  float isCore = v_core * (1.0 - clamp(core / edge, 0.0, 1.0));
  vec4 color = isRing ? v_color : mix(v_color, vec4(u_ground, v_color.a), isCore);
  float isOutside = clamp(distance / edge, 0.0, 1.0);
  gl_FragColor = mix(color, vec4(0.0), isRing ? isOutside * (1.0 - isCore) : isOutside);
  #endif
}`;

/** Draws every node in the shape of its kind, so that colour is not all that tells them apart. */
export class ShapeProgram<
  N extends Attributes = Attributes,
  E extends Attributes = Attributes,
  G extends Attributes = Attributes,
> extends NodeProgram<Uniform, N, E, G> {
  override getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
    return {
      VERTICES: 3,
      VERTEX_SHADER_SOURCE: VERTEX_SHADER,
      FRAGMENT_SHADER_SOURCE: FRAGMENT_SHADER,
      METHOD: TRIANGLES as 4,
      UNIFORMS,
      ATTRIBUTES: [
        { name: "a_position", size: 2, type: FLOAT },
        { name: "a_size", size: 1, type: FLOAT },
        { name: "a_shape", size: 1, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_angle", size: 1, type: FLOAT }],
      CONSTANT_DATA: [[0], [(2 * Math.PI) / 3], [(4 * Math.PI) / 3]],
    };
  }

  override processVisibleItem(nodeIndex: number, startIndex: number, data: NodeDisplayData): void {
    const { array } = this;
    array[startIndex] = data.x;
    array[startIndex + 1] = data.y;
    array[startIndex + 2] = data.size;
    array[startIndex + 3] =
      NODE_KINDS.indexOf((data as ShapeData).kind) + ((data as ShapeData).hasCore ? CORED : 0);
    array[startIndex + 4] = floatColor(data.color);
    array[startIndex + 5] = nodeIndex;
  }

  override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    const {
      u_sizeRatio: sizeRatio,
      u_correctionRatio: correctionRatio,
      u_matrix: matrix,
      u_ground: ground,
    } = uniformLocations as Record<Uniform, WebGLUniformLocation>;
    gl.uniform1f(correctionRatio, params.correctionRatio);
    gl.uniform1f(sizeRatio, params.sizeRatio);
    gl.uniform3fv(ground, (this.renderer as unknown as Grounded).ground);
    gl.uniformMatrix3fv(matrix, false, params.matrix);
  }
}

import type { Attributes } from "graphology-types";
import { EdgeProgram, type EdgeProgramType, type ProgramInfo } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import { DASH_SHARE, FEWEST_DASHES, PERIOD } from "./line-style.ts";

const UNIFORMS = [
  "u_matrix",
  "u_sizeRatio",
  "u_pixelRatio",
  "u_dimensions",
  "u_feather",
  "u_minEdgeThickness",
] as const;
type Uniform = (typeof UNIFORMS)[number];

/** A strip along the curve. Everything is measured in pixels of the screen, so that dashes are as long at every zoom. */
const VERTEX_SHADER = /* glsl */ `
attribute vec2 a_source;
attribute vec2 a_target;
attribute float a_thickness;
attribute float a_curvature;
attribute vec4 a_color;
attribute vec4 a_id;
attribute float a_along;
attribute float a_side;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_pixelRatio;
uniform vec2 u_dimensions;
uniform float u_minEdgeThickness;
uniform float u_feather;
varying vec4 v_color;
varying float v_along;
varying float v_across;
varying float v_half;
vec2 toScreen(vec2 position) {
  return ((u_matrix * vec3(position, 1)).xy + 1.0) * u_dimensions / 2.0;
}
void main() {
  vec2 source = toScreen(a_source);
  vec2 target = toScreen(a_target);
  vec2 chord = target - source;
  vec2 control = (source + target) / 2.0 + vec2(-chord.y, chord.x) * a_curvature;
  vec2 tangent = mix(control - source, target - control, a_along);
  vec2 normal = vec2(-tangent.y, tangent.x) / max(length(tangent), 0.001);
  vec2 at = mix(mix(source, control, a_along), mix(control, target, a_along), a_along);
  v_half = max(u_minEdgeThickness, a_thickness / u_sizeRatio) * u_pixelRatio / 2.0;
  v_across = a_side * (v_half + u_feather);
  float size = length(chord) * (2.0 + 2.0 * length(vec2(0.5, a_curvature))) / 3.0;
  float count = max(${FEWEST_DASHES}.0, floor(size / (${PERIOD}.0 * u_pixelRatio) + 0.5));
  v_along = a_along * (count - 1.0 + ${DASH_SHARE});
  gl_Position = vec4((at + normal * v_across) / u_dimensions * 2.0 - 1.0, 0, 1);
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
}`;

const FRAGMENT_SHADER = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying float v_along;
varying float v_across;
varying float v_half;
uniform float u_feather;
void main(void) {
  if (fract(v_along) > ${DASH_SHARE}) discard;
  #ifdef PICKING_MODE
  gl_FragColor = v_color;
  #else
  gl_FragColor = v_color * (1.0 - smoothstep(v_half - u_feather, v_half + 0.5 * u_feather, abs(v_across)));
  #endif
}`;

/**
 * Draws dashed lines, straight or bent; where the dashes are is worked out on the graphics card.
 * @param parts how many straight pieces a curve has: 1 where none bends
 */
export function createDashProgram(parts: number): EdgeProgramType {
  return class DashProgram<
    N extends Attributes = Attributes,
    E extends Attributes = Attributes,
    G extends Attributes = Attributes,
  > extends EdgeProgram<Uniform, N, E, G> {
    override getDefinition() {
      const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext;
      const corners = Array.from({ length: parts + 1 }, (_, part) => [
        [part / parts, -1],
        [part / parts, 1],
      ]).flat();
      return {
        VERTICES: corners.length,
        VERTEX_SHADER_SOURCE: VERTEX_SHADER,
        FRAGMENT_SHADER_SOURCE: FRAGMENT_SHADER,
        METHOD: TRIANGLE_STRIP as 5,
        UNIFORMS,
        ATTRIBUTES: [
          { name: "a_source", size: 2, type: FLOAT },
          { name: "a_target", size: 2, type: FLOAT },
          { name: "a_thickness", size: 1, type: FLOAT },
          { name: "a_curvature", size: 1, type: FLOAT },
          { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [
          { name: "a_along", size: 1, type: FLOAT },
          { name: "a_side", size: 1, type: FLOAT },
        ],
        CONSTANT_DATA: corners,
      };
    }

    override processVisibleItem(
      edgeIndex: number,
      startIndex: number,
      source: NodeDisplayData,
      target: NodeDisplayData,
      data: EdgeDisplayData & { curvature?: number },
    ): void {
      const values = [source.x, source.y, target.x, target.y, data.size, data.curvature ?? 0];
      this.array.set([...values, floatColor(data.color), edgeIndex], startIndex);
    }

    override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
      const locations = uniformLocations as Record<Uniform, WebGLUniformLocation>;
      const { width, height, pixelRatio } = params;
      gl.uniformMatrix3fv(locations.u_matrix, false, params.matrix);
      gl.uniform1f(locations.u_sizeRatio, params.sizeRatio);
      gl.uniform1f(locations.u_pixelRatio, pixelRatio);
      gl.uniform2f(locations.u_dimensions, width * pixelRatio, height * pixelRatio);
      gl.uniform1f(locations.u_feather, params.antiAliasingFeather);
      gl.uniform1f(locations.u_minEdgeThickness, params.minEdgeThickness);
    }
  } as unknown as EdgeProgramType;
}

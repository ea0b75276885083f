import { Sigma } from "sigma";
import { lookInto } from "./sigma-inner.ts";
import { takeCanvas } from "./warm-up.ts";

/** Sigma on canvases that were got ready before. */
export class WarmSigma extends Sigma {
  override createWebGLContext(
    ...[id, options]: Parameters<Sigma["createWebGLContext"]>
  ): ReturnType<Sigma["createWebGLContext"]> {
    const canvas = takeCanvas();
    if (!canvas) return super.createWebGLContext(id, options);
    const { elements, container } = lookInto(this);
    canvas.className = `sigma-${id}`;
    canvas.style.position = "absolute";
    elements[id] = canvas;
    container.append(canvas);
    return super.createWebGLContext(id, { ...options, canvas } as typeof options);
  }
}

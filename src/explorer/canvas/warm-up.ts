/** Lets the browser start what draws while the graph is still on its way: that takes it a tenth of a second or more. */
export function warmUp(): void {
  const context = document.createElement("canvas").getContext("webgl2");
  context?.getExtension("WEBGL_lose_context")?.loseContext();
}

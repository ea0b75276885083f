// Runs before the page does, which is larger: the graph is being read while the page itself is still on its way.
import { readyCanvas } from "./canvas/ready-canvases.ts";
import { findAskedAddress, openAhead } from "./data/open-data.ts";

openAhead(findAskedAddress());
setTimeout(() => {
  readyCanvas();
  setTimeout(readyCanvas);
});

// Runs before the page does, which is larger: the graph is being read while the page itself is still on its way.
import { findAskedAddress, openAhead } from "./data/open-data.ts";

openAhead(findAskedAddress());
void import("./main.tsx");

import givenNames from "../graph-data/given-names.txt?raw";
import text from "../graph-data/gazetteer.yaml?raw";
import { parseGazetteer } from "./extract/gazetteer.ts";

/** The general knowledge of the field that comes with the program. */
export const { gazetteer: defaultGazetteer } = parseGazetteer(text, "gazetteer.yaml", givenNames);

import givenNames from "../graph-data/given-names.txt?raw";
import lists from "../graph-data/gazetteer.yaml?json";
import { createGazetteer } from "./extract/gazetteer.ts";

/** The general knowledge of the field that comes with the program. */
export const defaultGazetteer = createGazetteer(lists, givenNames);

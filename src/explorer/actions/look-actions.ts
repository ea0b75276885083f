import {
  ARRANGEMENT_IDS,
  ARRANGEMENT_NAMES,
  COLOUR_NAMES,
  COLOURS,
  INITIAL_LOOK,
  isPlain,
  SIZE_NAMES,
  SIZES,
} from "../../view/look.ts";
import type { Action, ActionContext } from "./action.ts";

const GROUP = "Appearance";
const isPossible = ({ store }: ActionContext): boolean => store.graph.value !== undefined;

/** What colours and sizes say, and how nodes are arranged. */
export const LOOK_ACTIONS: readonly Action[] = [
  {
    id: "appearance",
    title: "Appearance and layout",
    group: GROUP,
    keys: ["a"],
    isPossible,
    run: ({ store }) => {
      const isSeen = store.state.peek().view === "graph";
      store.isLookOpen.value = !isSeen || !store.isLookOpen.peek();
      if (!isSeen) store.setView("graph");
    },
  },
  ...COLOURS.map((colour): Action => ({
    id: `colour-${colour}`,
    title: `Colour by ${COLOUR_NAMES[colour].toLowerCase()}`,
    group: GROUP,
    isPossible,
    run: ({ store }) => store.setLook({ colour, group: undefined }),
  })),
  ...SIZES.map((size): Action => ({
    id: `size-${size}`,
    title: `Size by ${SIZE_NAMES[size].toLowerCase()}`,
    group: GROUP,
    isPossible,
    run: ({ store }) => store.setLook({ size }),
  })),
  ...ARRANGEMENT_IDS.map((layout): Action => ({
    id: `arrange-${layout}`,
    title: `Arrange: ${ARRANGEMENT_NAMES[layout].toLowerCase()}`,
    group: GROUP,
    isPossible,
    run: ({ store }) => store.setLook({ layout }),
  })),
  {
    id: "look-as-at-first",
    title: "Look as at first",
    group: GROUP,
    isPossible: ({ store }) => !isPlain(store.look.value) || store.look.value.layout !== "file",
    run: ({ store }) => store.setLook(INITIAL_LOOK),
  },
];

import { useEffect } from "preact/hooks";
import { type ActionContext, isKey } from "./action.ts";
import { ACTIONS } from "./actions.ts";

/** The keys of the actions: they work wherever the focus is, except in a dialog, and most not while typing. */
export function useActionKeys({ store, sets, views, canvas }: ActionContext): void {
  useEffect(() => {
    const context = { store, sets, views, canvas };
    const press = (event: KeyboardEvent): void => {
      // A dialog that is still being loaded has the keys already.
      const isTaken = store.panel.peek() !== undefined || document.querySelector("dialog[open]") !== null;
      if (event.defaultPrevented || isTaken) return;
      const isTyping = isTextField(event.target as HTMLElement);
      const action = ACTIONS.find(
        ({ keys, worksTyping }) =>
          (!isTyping || worksTyping === true) && keys?.some((key) => isKey(event, key)) === true,
      );
      if (!action) return;
      event.preventDefault();
      if (action.isPossible?.(context) ?? true) action.run(context);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [store, sets, views, canvas]);
}

/** A box to tick takes no text: undoing it is the page's affair. */
const isTextField = (element: HTMLElement): boolean =>
  element.matches(
    "input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable]",
  );

import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { ActionContext } from "../actions/action.ts";
import type { Panel } from "../store/explorer-store.ts";

interface PanelProps {
  context: ActionContext;
  onClose(this: void): void;
}

/** The dialogs are loaded when they are first asked for. */
const LOADERS: Readonly<Record<Panel, () => Promise<ComponentType<PanelProps>>>> = {
  palette: async () => (await import("./command-palette.tsx")).CommandPalette,
  help: async () => (await import("./help-dialog.tsx")).HelpDialog,
};

/** The dialog that is open, if any. */
export function OpenPanel({ context }: { context: ActionContext }) {
  const { panel } = context.store;
  const name = panel.value;
  const [loaded, setLoaded] = useState<{ name: Panel; Content: ComponentType<PanelProps> }>();
  useEffect(() => {
    if (name) void LOADERS[name]().then((Content) => setLoaded({ name, Content }));
  }, [name]);
  if (!name || loaded?.name !== name) return null;
  const { Content } = loaded;
  return (
    <Content
      context={context}
      onClose={() => {
        panel.value = undefined;
      }}
    />
  );
}

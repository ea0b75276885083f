import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";

interface Props<Content> {
  /** The same function each time: what it loads is loaded once. */
  load(this: void): Promise<ComponentType<Content>>;
  content: Content;
}

/** A panel that is loaded when it is first needed. */
export function LazyPanel<Content extends object>({ load, content }: Props<Content>) {
  const [loaded, setLoaded] = useState<{ Panel: ComponentType<Content> }>();
  const [isMissing, setMissing] = useState(false);
  useEffect(() => {
    load()
      .then((Panel) => setLoaded({ Panel }))
      .catch(() => setMissing(true));
  }, [load]);
  if (isMissing) return <p role="alert">This could not be loaded: is there a connection?</p>;
  return loaded ? <loaded.Panel {...content} /> : null;
}

declare module "*.yaml?json" {
  import type { GazetteerLists } from "./gazetteer.ts";
  const lists: GazetteerLists;
  export default lists;
}

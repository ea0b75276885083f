import { expect, test } from "vitest";
import { ExplorerStore } from "../../src/explorer/store/explorer-store.ts";
import { serializeMinutesGraph } from "../../src/graph/create-minutes-graph.ts";
import { findView } from "../../src/view/find-view.ts";
import { parseViewState } from "../../src/view/view-state.ts";
import { buildMinutes, KVM_PATH, KVM_TEXT } from "../build/build-minutes.ts";

const LATER = `Kettle Call, 2014-02-04

Attendees: Marc Zyngier (ARM), Nele Okafor (Kettle Ltd)

* GICv3
- Nele is working on the GICv3 documentation.
`;
const graph = await buildMinutes({ [KVM_PATH]: KVM_TEXT, "later.txt": LATER });

test.for([
  "",
  "without=topic&relations=works_on",
  "node=topic:gicv3&steps=1",
  "node=person:nobody-there&steps=2",
  "since=2014-01-01",
  "organisation=organisation:linaro&hide=topic:gicv3",
  "without=topic.project&expand=person:marc-zyngier",
  "text=gic&rest=faint",
  "community=1",
])("finds what the page shows at #%s", (fragment) => {
  const store = new ExplorerStore();
  store.open({ name: "calls", graph: serializeMinutesGraph(graph), diagnostics: [] });
  const state = parseViewState(fragment);
  store.change(state);
  const { nodes, edges } = findView(graph, state);
  const { shown } = store;
  expect([...nodes]).toEqual([...shown.value.nodes]);
  expect([...edges]).toEqual([...shown.value.edges]);
  expect(nodes.size).toBeGreaterThan(0);
});

test("the way between two is there, also through what filters take away", () => {
  const fragment = "path=person:marc-zyngier&path=organisation:calxeda&without=project.topic.person";
  const { nodes } = findView(graph, parseViewState(fragment));
  expect(nodes).toContain("organisation:calxeda");
  expect(nodes).toContain("person:marc-zyngier");
  expect([...nodes].some((node) => /^(?:project|topic):/.test(node))).toBe(true);
});

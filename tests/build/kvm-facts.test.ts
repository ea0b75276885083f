import { beforeAll, describe, expect, test } from "vitest";
import { decodeDocuments } from "../../src/minutes/decode-document.ts";
import { parseMinutes } from "../../src/minutes/parse-minutes.ts";
import { walk } from "../../src/minutes/walk.ts";
import type { MinutesNode, ParsedMinutes } from "../../src/minutes/parsed-minutes.ts";
import type { MinutesGraph } from "../../src/model/graph-attributes.ts";
import type { Relation, Status } from "../../src/model/schema.ts";
import {
  buildMinutes,
  findEvidence,
  KVM_PATH,
  KVM_TEXT,
  listFacts,
  listLabels,
  toFile,
} from "./build-minutes.ts";

/** What a careful reader takes from the minutes: who, what, to what, and the words that say it. */
type Fact = [source: string, relation: Relation, target: string, words: string, status?: Status];

const FACTS: readonly Fact[] = [
  ["Christoffer Dall", "works_on", "KVM", "KVM side (Linaro, Christoffer)"],
  ["Linaro", "works_on", "KVM", "KVM side (Linaro, Christoffer)"],
  ["Christoffer Dall", "works_on", "Migration", "We are working on Migration", "in review"],
  ["Linaro", "works_on", "Migration", "We are working on Migration"],
  ["Christoffer Dall", "works_on", "PSCI", "working on complete PSCI support"],
  ["Christoffer Dall", "works_on", "guest debugging", "guest debugging support work is ongoing"],
  ["Christoffer Dall", "works_on", "libvirt", "libvirt support for v7/v8 upstreamed"],
  ["Peter Maydell", "works_on", "QEMU", "QEMU side (Linaro, Peter)"],
  ["Peter Maydell", "works_on", "mach-virt", "mach-virt for v7, patches have been on the list"],
  ["Peter Maydell", "works_on", "kvm control", "kvm control for v8, patches are on the list", "in review"],
  ["Peter Maydell", "works_on", "ARMv8 TCG", "ARMv8 TCG work is ongoing", "ongoing"],
  ["Marc Zyngier", "works_on", "GICv3", "Spending most time on GICv3", "in review"],
  ["ARM", "works_on", "GICv3", "Spending most time on GICv3"],
  ["Marc Zyngier", "works_on", "Scalability", "Scalability patches", "merged"],
  ["Marc Zyngier", "works_on", "trapping of WFE", "merged trapping of WFE", "merged"],
  ["Marc Zyngier", "works_on", "guest endianness", "Patches merged to fix guest endianness", "merged"],
  ["Marc Zyngier", "works_on", "mixed CPU", "Started working on mixed CPU support", "ongoing"],
  ["Antonios Motakis", "works_on", "VFIO", "Antionios working on VFIO"],
  ["VOS", "works_on", "VFIO", "Antionios working on VFIO"],
  ["Samsung", "works_on", "KVM", "Looking at KVM to support their platforms"],
  ["Marc Zyngier", "works_on", "U-Boot PSCI implementaion", "Marc's U-Boot PSCI implementaion"],
  ["Christoffer Dall", "works_on", "VGIC", "we found an optimization on the VGIC code"],
  ["Christoffer Dall", "works_on", "vcpu->requests work", "vcpu->requests work from Christoffer"],
  ["Andre Przywara", "committed_to", "U-Boot PSCI implementaion", "Andre said he would review the code"],
  ["Marc Zyngier", "committed_to", "U-Boot PSCI implementaion", "he would send out"],
  ["Marc Zyngier", "committed_to", "world-switch reordering", "still to be done by Marc or Christoffer"],
  ["Christoffer Dall", "committed_to", "world-switch reordering", "still to be done by Marc or Christoffer"],
  ["Christoffer Dall", "committed_to", "vcpu->requests work", "Christoffer will send out patches soon"],
];

/** What the minutes only ask, consider or wish for. */
const NO_FACTS: readonly [source: string, relation: Relation, target: string][] = [
  ["Marc Zyngier", "works_on", "Stage-2 semantics"],
  ["VOS", "works_on", "Stage-2 semantics"],
  ["Marc Zyngier", "works_on", "VFIO"],
  ["Marc Zyngier", "works_on", "mach-virt"],
  ["Peter Maydell", "works_on", "GICv3"],
  ["Peter Maydell", "committed_to", "QEMU"],
  ["Linaro", "committed_to", "mach-virt"],
  ["Richard Phelan", "works_on", "Performance"],
  ["Christoffer Dall", "committed_to", "Calxeda PCI controller specs"],
  ["ARM", "works_on", "world-switch reordering"],
  ["Wei Huang", "committed_to", "KVM"],
];

describe("the minutes of the KVM/ARM sync-up call", () => {
  let graph: MinutesGraph;
  beforeAll(async () => {
    graph = await buildMinutes({ [KVM_PATH]: KVM_TEXT });
  });

  test("are of one meeting, with its title and day", () => {
    const [meeting] = graph.filterNodes((_, { kind }) => kind === "meeting");
    expect(graph.getNodeAttributes(meeting ?? "")).toMatchObject({
      label: "KVM Sync-up call",
      date: "2013-12-03",
      document: KVM_PATH,
    });
  });

  test("have twelve people, by the names of the list of attendees", () => {
    expect(listLabels(graph, "person")).toEqual([
      "Alex Bennee",
      "Andre Przywara",
      "Antonios Motakis",
      "Christoffer Dall",
      "Cladio Fontana",
      "Diana Craciun",
      "Marc Zyngier",
      "Mian Hamayun",
      "Peter Maydell",
      "Richard Phelan",
      "Serge Broslavski",
      "Wei Huang",
    ]);
  });

  test("name eight organisations", () => {
    expect(listLabels(graph, "organisation")).toEqual([
      "ARM",
      "Allwinner",
      "Calxeda",
      "Freescale",
      "Huawei",
      "Linaro",
      "Samsung",
      "VOS",
    ]);
  });

  test("say whom everybody is with, two where the brackets have two", () => {
    expect(listFacts(graph, "affiliated_with")).toEqual([
      "Alex Bennee -> Linaro",
      "Andre Przywara -> Linaro",
      "Antonios Motakis -> VOS",
      "Christoffer Dall -> Linaro",
      "Cladio Fontana -> Huawei",
      "Cladio Fontana -> Linaro",
      "Diana Craciun -> Freescale",
      "Marc Zyngier -> ARM",
      "Mian Hamayun -> VOS",
      "Peter Maydell -> ARM",
      "Peter Maydell -> Linaro",
      "Richard Phelan -> ARM",
      "Serge Broslavski -> Linaro",
      "Wei Huang -> Samsung",
    ]);
  });

  test.each(FACTS)("%s %s %s", (source, relation, target, words, status) => {
    const evidence = findEvidence(graph, source, relation, target);
    const telling = evidence.filter(({ quote }) => quote.includes(words));
    expect(evidence.map(({ quote }) => quote).join("\n")).toContain(words);
    if (status) expect(telling.map((piece) => piece.status)).toContain(status);
  });

  test.each(NO_FACTS)("never that %s %s %s", (source, relation, target) => {
    expect(findEvidence(graph, source, relation, target)).toEqual([]);
  });

  test("what is asked is spoken about, and marked as asked", () => {
    const evidence = findEvidence(graph, "Marc Zyngier", "discussed", "Stage-2 semantics");
    expect(evidence.map(({ modality }) => modality)).toEqual(["asked"]);
  });

  test("a misspelt name is an attendee's, and the graph says why", () => {
    const joins = graph.getAttribute("joins").filter(({ surface }) => surface === "Antionios");
    expect(joins).toMatchObject([{ node: "person:antonios-motakis", document: KVM_PATH }]);
    expect(joins[0]?.reason).toContain("one edit");
  });

  test("every name in the text leads to its node", () => {
    const document = graph.getAttribute("documents")[KVM_PATH];
    const marc = document?.mentions.filter(({ node }) => node === "person:marc-zyngier") ?? [];
    expect(marc.map(({ start, end }) => KVM_TEXT.slice(start, end))).toEqual(
      expect.arrayContaining(["Marc Zyngier", "Marc"]),
    );
    expect(marc.length).toBe(KVM_TEXT.match(/\bMarc\b/g)?.length);
  });
});

describe("the tree of the flattened minutes", () => {
  let minutes: ParsedMinutes;
  beforeAll(async () => {
    const { path, bytes } = toFile(KVM_PATH, KVM_TEXT);
    const { documents } = await decodeDocuments(path, bytes);
    minutes = parseMinutes(documents[0] ?? expect.fail("no document"));
  });
  const find = (text: string): [MinutesNode, number] => {
    let found: [MinutesNode, number] | undefined;
    walk(minutes.nodes, (node, ancestors) => {
      if (!found && node.content.text.startsWith(text)) found = [node, ancestors.length];
    });
    return found ?? expect.fail(`nothing starts with ${text}`);
  };

  test("has the agenda's three matters and the open floor", () => {
    expect(minutes.agenda.map(({ content }) => content.text)).toEqual([
      "Updates from everyone working on KVM/ARM",
      "KVM/ARM Image format (GPT + EFI Partition, runs UEFI in guests)",
      "PCIe emulation in QEMU for KVM (can we do this now?)",
      "Open floor.",
    ]);
  });

  test("has the sections of the agenda again, and three that the agenda lacks, as neighbours", () => {
    const section = minutes.nodes
      .flatMap((node) => [node, ...node.children])
      .find(({ role }) => role === "minutes");
    expect(section?.children.map(({ content }) => content.text.slice(0, 24))).toEqual([
      "Updates from everyone wo",
      "KVM/ARM Image format (GP",
      "PCIe emulation in QEMU f",
      "Marc's U-Boot PSCI imple",
      "Performance:",
      "vcpu->requests work from",
    ]);
  });

  test("nests the items three levels deep", () => {
    const [, top] = find("Updates from everyone");
    const [, owner] = find("QEMU side (Linaro, Peter)");
    const [, detail] = find("ARMv8 TCG work is ongoing");
    expect([owner - top, detail - owner]).toEqual([expect.any(Number), 1]);
    expect(find("QEMU side (Linaro, Peter)")[0].children).toHaveLength(3);
  });

  test("leaves the list's footer out", () => {
    walk(minutes.nodes, ({ content }) => expect(content.text).not.toContain("listinfo"));
  });

  test("tells the exact place of every part", () => {
    walk(minutes.nodes, ({ content }) => {
      for (const { at, start, length } of content.runs)
        expect(KVM_TEXT.slice(start, start + length)).toBe(content.text.slice(at, at + length));
    });
  });
});

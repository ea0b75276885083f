/**
 * Thirty questions to the minutes of the KVM call of 2013-12-03 and what a careful reader answers, written from the
 * text. `first`: these names, in any order, are the first rows. `only`: there are no other rows. `among`: they are in
 * it somewhere. `quote`: a piece of the sentence that the row of the first name shows.
 */
export interface ExpectedAnswer {
  question: string;
  names: string[];
  match: "first" | "only" | "among";
  quote: string;
  /** Names that would be wrong. */
  never?: string[];
  /** Why the graph cannot answer it yet. */
  knownFailure?: string;
}

export const KVM_QUESTIONS: readonly ExpectedAnswer[] = [
  {
    question: "who works on GICv3",
    names: ["Marc Zyngier"],
    match: "first",
    quote: "Spending most time on GICv3",
    never: ["Christoffer Dall", "Peter Maydell"],
  },
  {
    question: "What did Andre promise?",
    names: ["U-Boot PSCI implementation"],
    match: "among",
    quote: "Andre said he would review the code",
    never: ["world-switch"],
  },
  {
    question: "who at ARM works on U-Boot PSCI",
    names: ["Marc Zyngier"],
    match: "only",
    quote: "Marc's U-Boot PSCI implementaion",
  },
  {
    question: "how is Peter connected with Calxeda?",
    names: ["Peter Maydell", "Calxeda"],
    match: "among",
    quote: "",
  },
  {
    question: "who works on VFIO",
    names: ["Antonios Motakis", "VOS"],
    match: "first",
    quote: "Antionios working on VFIO",
    never: ["Marc Zyngier"],
  },
  {
    question: "what does Marc do",
    names: ["mixed CPU support", "GICv3", "Scalability", "guest endianness", "U-Boot PSCI implementation"],
    match: "among",
    quote: "Started working on mixed CPU support",
    never: ["VFIO", "mach-virt"],
  },
  {
    question: "Linaro",
    names: [
      "Alex Bennee",
      "Christoffer Dall",
      "Serge Broslavski",
      "Peter Maydell",
      "Cladio Fontana",
      "Andre Przywara",
    ],
    match: "among",
    quote: "Alex Bennee (Linaro)",
    never: ["Wei Huang", "Mian Hamayun"],
  },
  {
    question: "who promised what",
    names: ["Christoffer Dall", "Marc Zyngier", "Andre Przywara", "Antonios Motakis"],
    match: "among",
    quote: "Christoffer will send out patches soon",
    never: ["Richard Phelan", "Wei Huang"],
  },
  { question: "Marc Zyngier and Calxeda", names: ["Marc Zyngier", "Calxeda"], match: "among", quote: "" },
  {
    question: "VFIO since 2013",
    names: ["Antonios Motakis"],
    match: "first",
    quote: "Antionios working on VFIO",
  },
  {
    question: "who is with VOS",
    names: ["Mian Hamayun", "Antonios Motakis"],
    match: "only",
    quote: "Mian Hamayun (VOS)",
  },
  {
    question: "which company is Diana with",
    names: ["Freescale"],
    match: "only",
    quote: "Diana Craciun (Freescale)",
  },
  {
    question: "where does Peter work",
    names: ["ARM", "Linaro"],
    match: "only",
    quote: "Peter Maydell (ARM/Linaro)",
  },
  {
    question: "who maintains QEMU",
    names: ["Peter Maydell"],
    match: "first",
    quote: "",
    never: ["Diana Craciun"],
  },
  {
    question: "who works on guest debugging?",
    names: ["Christoffer Dall"],
    match: "first",
    quote: "guest debugging support work is ongoing",
    never: ["Marc Zyngier"],
  },
  {
    question: "what is Antionios working on",
    names: ["VFIO"],
    match: "first",
    quote: "Antionios working on VFIO",
    never: ["GICv3"],
  },
  {
    question: "who works on mixd CPU suport",
    names: ["Marc Zyngier"],
    match: "first",
    quote: "Started working on mixed CPU support",
  },
  {
    question: "what did Marc promise",
    names: ["U-Boot PSCI implementation", "world-switch"],
    match: "among",
    quote: "he has a revised version of the patch set he would send out",
    never: ["vcpu->requests"],
  },
  {
    question: "what has Christoffer promised",
    names: ["vcpu->requests", "world-switch"],
    match: "among",
    quote: "Christoffer will send out patches soon",
  },
  {
    question: "promises of Antonios",
    names: ["Stage-2 semantics"],
    match: "among",
    quote: "will consider it later on",
  },
  {
    question: "who promised to act on world-switch",
    names: ["Marc Zyngier", "Christoffer Dall"],
    match: "only",
    quote: "still to be done by Marc or Christoffer",
  },
  {
    question: "who attended?",
    names: [
      "Wei Huang",
      "Christoffer Dall",
      "Antonios Motakis",
      "Mian Hamayun",
      "Serge Broslavski",
      "Peter Maydell",
      "Alex Bennee",
      "Cladio Fontana",
      "Diana Craciun",
      "Marc Zyngier",
      "Andre Przywara",
      "Richard Phelan",
    ],
    match: "only",
    quote: "Wei Huang",
  },
  { question: "meetings", names: ["KVM Sync-up call"], match: "only", quote: "" },
  {
    question: "who works on vcpu requests",
    names: ["Christoffer Dall"],
    match: "first",
    quote: "vcpu->requests work from Christoffer",
    never: ["Peter Maydell"],
  },
  {
    question: "status of guest endianness",
    names: ["guest endianness"],
    match: "among",
    quote: "Patches merged to fix guest endianness",
  },
  {
    question: "what does Samsung work on",
    names: ["KVM"],
    match: "first",
    quote: "Looking at KVM to support their platforms",
    never: ["GICv3"],
  },
  {
    question: "VGIC",
    names: ["Christoffer Dall"],
    match: "first",
    quote: "VGIC",
  },
  {
    question: "who at Linaro works on mach-virt",
    names: ["Peter Maydell"],
    match: "only",
    quote: "mach-virt for v7, patches have been on the list",
  },
  {
    question: "how are Diana and Freescale connected",
    names: ["Diana Craciun", "Freescale"],
    match: "only",
    quote: "Diana Craciun (Freescale)",
  },
  {
    question: "who is the only one on GICv3",
    names: ["Marc Zyngier"],
    match: "first",
    quote: "Spending most time on GICv3",
  },
  {
    question: "what changed since last meeting",
    names: ["GICv3", "VFIO", "Migration"],
    match: "among",
    quote: "",
  },
];

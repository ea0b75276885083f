/** What people are addressed by, in front of their names; case-folded and without a full stop. */
export const HONORIFICS: ReadonlySet<string> = new Set(
  "mr mrs miss ms mx dr prof professor sir madam officer captain capt councillor cllr rev reverend judge mayor senator".split(
    " ",
  ),
);

/** Whether a UTF-16 code unit is white space, as `\s` has it. */
export function isSpace(unit: number): boolean {
  return (
    unit === 32 ||
    (unit >= 9 && unit <= 13) ||
    (unit >= 0xa0 &&
      (unit === 0xa0 ||
        unit === 0xfeff ||
        unit === 0x3000 ||
        (unit >= 0x1680 && /\s/.test(String.fromCharCode(unit)))))
  );
}

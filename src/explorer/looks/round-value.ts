/** Writes a measure's value with as many digits as tell something: "12", "0.034", "0". */
export function roundValue(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(2)));
}

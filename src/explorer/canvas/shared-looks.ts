/** So many looks of one size are told apart, before the next is a look of its own. */
const MOST_OF_SIZE = 32;

/** Looks that are alike, as one object: many edges have few looks. */
export class SharedLooks<Look extends { size: number }> {
  private readonly bySize = new Map<number, Look[]>();

  /** @returns the same, or one like it that came before */
  share(look: Look): Look {
    const known = this.bySize.get(look.size);
    if (!known) {
      this.bySize.set(look.size, [look]);
      return look;
    }
    const same = known.find((other) => isAlike(look, other) && isAlike(other, look));
    if (!same && known.length < MOST_OF_SIZE) known.push(look);
    return same ?? look;
  }
}

function isAlike<Look extends object>(look: Look, other: Look): boolean {
  for (const name in look) if (look[name] !== other[name]) return false;
  return true;
}

interface ListLevel {
  /** The column that the items' marks stand in. */
  indent: number;
  /** What the marks of one list have in common; empty where the margin alone tells. */
  family: string;
}

const MAX_DEPTH = 30;

/** The lists that are open at a line, each inside of the one before. */
export class ListLevels {
  private readonly levels: ListLevel[] = [];

  /** The column of the outermost list, or one that no line stands right of. */
  get margin(): number {
    return this.levels[0]?.indent ?? Number.POSITIVE_INFINITY;
  }

  has(family: string): boolean {
    return this.levels.some((level) => level.family === family);
  }

  close(): void {
    this.levels.length = 0;
  }

  /** Finds an item's place among the lists that are open; returns its nesting. */
  enterItem(indent: number, family: string, isFirst: boolean): number {
    const { levels } = this;
    while (levels.length > 0 && isDeeper(levels.at(-1), indent, family)) levels.pop();
    const top = levels.at(-1);
    if (top && !isNested(top, indent, family)) {
      const twin = levels.findLastIndex((level) => level.family === family && level.indent + 1 >= indent);
      const nests = twin < 0 && (!isFirst || (/\d/.test(top.family) && !/\d/.test(family)));
      if (twin >= 0) levels.length = twin;
      else if (!nests) levels.pop();
    }
    return this.open(indent, family);
  }

  /** As {@link enterItem}, for a line without a mark: the margin alone tells its nesting. */
  enterOutline(indent: number): number {
    const { levels } = this;
    while (levels.length > 0 && (levels.at(-1)?.indent ?? 0) >= indent) levels.pop();
    return this.open(indent, "");
  }

  /** Leaves the items that a paragraph is not indented under; returns the paragraph's nesting. */
  leaveItems(indent: number): number {
    const { levels } = this;
    while (levels.length > 0 && indent < (levels.at(-1)?.indent ?? 0) + 2) levels.pop();
    return levels.length;
  }

  private open(indent: number, family: string): number {
    if (this.levels.length < MAX_DEPTH) this.levels.push({ indent, family });
    return this.levels.length - 1;
  }
}

function isDeeper(level: ListLevel | undefined, indent: number, family: string): boolean {
  if (!level || level.indent <= indent) return false;
  return level.indent - indent > 1 || level.family !== family;
}

function isNested(level: ListLevel, indent: number, family: string): boolean {
  return indent >= level.indent + 2 || (indent > level.indent && level.family !== family);
}

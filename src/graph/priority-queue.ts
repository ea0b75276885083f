/** Numbers with a priority; the smallest comes out first, and among equals the smallest number. */
export interface PriorityQueue {
  push: (item: number, priority: number) => void;
  pop: () => number | undefined;
  /** What would come out next. */
  peek: () => number | undefined;
}

/** A binary heap in two arrays. Cost: logarithmic in its size for each call. */
export function createPriorityQueue(): PriorityQueue {
  const items: number[] = [];
  const priorities: number[] = [];
  const isBefore = (item: number, priority: number, place: number): boolean => {
    const other = priorities[place] as number;
    return priority < other || (priority === other && item < (items[place] as number));
  };
  const put = (place: number, item: number, priority: number): void => {
    items[place] = item;
    priorities[place] = priority;
  };
  /** Moves what stands at one place to another. */
  const move = (from: number, to: number): void => put(to, items[from] as number, priorities[from] as number);
  const findSmallerChild = (place: number): number => {
    const [left, right] = [2 * place + 1, 2 * place + 2];
    if (right >= items.length) return left;
    return isBefore(items[right] as number, priorities[right] as number, left) ? right : left;
  };
  return {
    push(item, priority) {
      let place = items.length;
      put(place, item, priority);
      for (
        let parent = (place - 1) >> 1;
        place > 0 && isBefore(item, priority, parent);
        parent = (place - 1) >> 1
      ) {
        move(parent, place);
        place = parent;
      }
      put(place, item, priority);
    },
    pop() {
      const top = items[0];
      const [item, priority] = [items.pop(), priorities.pop()];
      if (item === undefined || priority === undefined || items.length === 0) return top;
      let place = 0;
      for (let child = findSmallerChild(0); child < items.length; child = findSmallerChild(place)) {
        if (isBefore(item, priority, child)) break;
        move(child, place);
        place = child;
      }
      put(place, item, priority);
      return top;
    },
    peek: () => items[0],
  };
}

/** Numbers with a priority; the smallest comes out first, and among equals the smallest number. */
export interface PriorityQueue {
  push: (item: number, priority: number) => void;
  pop: () => number | undefined;
  /** What would come out next. */
  peek: () => number | undefined;
}

/** A binary heap. Cost: logarithmic in its size for each call. */
export function createPriorityQueue(): PriorityQueue {
  const heap: [item: number, priority: number][] = [];
  const isBefore = (a: number, b: number) => {
    const [first, second] = [heap[a], heap[b]];
    if (!first || !second) return first !== undefined;
    return first[1] < second[1] || (first[1] === second[1] && first[0] < second[0]);
  };
  const swap = (a: number, b: number) => {
    const [first, second] = [heap[a], heap[b]];
    if (first && second) [heap[a], heap[b]] = [second, first];
  };
  return {
    push(item, priority) {
      let place = heap.push([item, priority]) - 1;
      for (let parent = (place - 1) >> 1; place > 0 && isBefore(place, parent); parent = (place - 1) >> 1) {
        swap(place, parent);
        place = parent;
      }
    },
    pop() {
      swap(0, heap.length - 1);
      const top = heap.pop();
      for (let place = 0; ;) {
        const [left, right] = [2 * place + 1, 2 * place + 2];
        const child = isBefore(right, left) ? right : left;
        if (child >= heap.length || !isBefore(child, place)) break;
        swap(place, child);
        place = child;
      }
      return top?.[0];
    },
    peek: () => heap[0]?.[0],
  };
}

// Lists of whole numbers that grow, and numbers for things that come by the million, with no object for each.

/** A list of whole numbers that grows. */
export class Numbers {
  all = new Uint32Array(1024);
  count = 0;

  push(number: number): void {
    if (this.count === this.all.length) {
      const larger = new Uint32Array(this.all.length * 2);
      larger.set(this.all);
      this.all = larger;
    }
    this.all[this.count++] = number;
  }

  taken(): Uint32Array {
    return this.all.slice(0, this.count);
  }
}

/** Where to look for something: halves that differ in few bits lie far apart. */
function scattered(first: number, second: number): number {
  const mixed = Math.imul(first ^ Math.imul(second, 0x85ebca77), 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

/** Numbers things in the order they are met, each known by two halves of 32 bits. */
export class Numbering {
  count = 0;
  /** Three numbers a slot: both halves, and the number plus one; 0 where nothing is. */
  #slots = new Int32Array(3 * 4096);
  #mask = 4095;

  numberOf(first: number, second: number): number {
    const slots = this.#slots;
    const mask = this.#mask;
    let slot = scattered(first, second) & mask;
    for (;;) {
      const found = slots[3 * slot + 2] ?? 0;
      if (found === 0) break;
      if (slots[3 * slot] === first && slots[3 * slot + 1] === second) return found - 1;
      slot = (slot + 1) & mask;
    }
    slots[3 * slot] = first;
    slots[3 * slot + 1] = second;
    slots[3 * slot + 2] = ++this.count;
    if (2 * this.count > mask) this.#grow();
    return this.count - 1;
  }

  #grow(): void {
    const before = this.#slots;
    this.#mask = 2 * this.#mask + 1;
    this.#slots = new Int32Array(2 * before.length);
    for (let from = 0; from < before.length; from += 3) {
      if (before[from + 2] === 0) continue;
      let slot = scattered(before[from] ?? 0, before[from + 1] ?? 0) & this.#mask;
      while (this.#slots[3 * slot + 2] !== 0) slot = (slot + 1) & this.#mask;
      this.#slots.set(before.subarray(from, from + 3), 3 * slot);
    }
  }
}

const PAGE_BYTES = 65_536;
/** 32 MiB, about twice what the default pair of networks needs, so that most runs never grow the memory. */
const INITIAL_PAGES = 512;
/** 2 GiB: beyond, an address no longer fits the signed 32-bit integers of WebAssembly's JavaScript interface. */
const MAXIMUM_PAGES = 32_768;
/** 16 MiB at least at a time, because every growth makes all views of the memory anew. */
const GROWTH_PAGES = 256;
/** The kernels' contract: arrays start at a multiple of this and have room up to the next. */
const ALIGNMENT = 64;
const BYTES_PER_FLOAT = 4;

/**
 * Arrays of floats in one growing WebAssembly memory, which it creates.
 *
 * Rooms come in size classes, eight to a doubling, and a released room waits in a list for the next request of its
 * class. A round of training asks for the same sizes again and again, so that after the first round every request is
 * one `pop`. The memory never shrinks; it goes with the worker.
 */
export class Heap {
  readonly memory = new WebAssembly.Memory({ initial: INITIAL_PAGES, maximum: MAXIMUM_PAGES });
  private readonly freeByBytes = new Map<number, number[]>();
  // Address 0 stays unused: kernels read it as "no array".
  private end = ALIGNMENT;
  private taken = 0;

  /** Bytes of the rooms that are in use now. */
  get usedBytes(): number {
    return this.taken;
  }

  /** Bytes of all rooms ever made, in use or waiting. */
  get reservedBytes(): number {
    return this.end;
  }

  /**
   * Address of an array of `count` floats of undefined content, at a multiple of 64 bytes.
   * @throws RangeError when the memory cannot grow any more.
   */
  allocate(count: number): number {
    const bytes = roomBytes(count);
    const address = this.freeByBytes.get(bytes)?.pop() ?? this.extend(bytes);
    this.taken += bytes;
    return address;
  }

  /** Gives back what `allocate(count)` returned. */
  release(address: number, count: number): void {
    const bytes = roomBytes(count);
    this.taken -= bytes;
    const waiting = this.freeByBytes.get(bytes);
    if (waiting) {
      waiting.push(address);
    } else {
      this.freeByBytes.set(bytes, [address]);
    }
  }

  private extend(bytes: number): number {
    const address = this.end;
    // One alignment more than asked for, because kernels may read past the last element of the last array.
    const missing = address + bytes + ALIGNMENT - this.memory.buffer.byteLength;
    if (missing > 0) {
      const pages = Math.ceil(missing / PAGE_BYTES);
      const present = this.memory.buffer.byteLength / PAGE_BYTES;
      this.memory.grow(Math.max(pages, Math.min(GROWTH_PAGES, MAXIMUM_PAGES - present)));
    }
    this.end = address + bytes;
    return address;
  }
}

/** Bytes of the size class that holds `count` floats: at most an eighth more than needed, beyond the alignment. */
function roomBytes(count: number): number {
  const bytes = Math.max(1, count) * BYTES_PER_FLOAT;
  const doubling = 31 - Math.clz32(bytes);
  // A shift, because every tensor of a round asks for this twice and a power of 2 costs several times as much.
  const step = Math.max(ALIGNMENT, 1 << Math.max(0, doubling - 3));
  return Math.ceil(bytes / step) * step;
}

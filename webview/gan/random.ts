import type { RandomState } from '../../src/shared/wire/checkpointHeader';

/** Outputs that sfc32's author discards after seeding, so that no trace of a simple seed is left. */
const WARM_UP = 12;

/**
 * FNV-1a, 32 bits, over a string's UTF-16 code units (Fowler, Noll, Vo; draft-eastlake-fnv).
 *
 * @returns an unsigned 32-bit integer
 */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  }
  return value >>> 0;
}

/**
 * SplitMix (Steele, Lea, Flood 2014) with 32 bits of state: a Weyl sequence through a mixing function; the multipliers
 * are those of the `lowbias32` family found by C. Wellons' hash-prospector. Used for seeding only.
 */
function splitmix32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
}

/**
 * A reproducible source of random numbers: sfc32, the 32-bit "small fast counting" generator of C. Doty-Humphrey's
 * PractRand, with 128 bits of state and a period of at least 2^32.
 *
 * All randomness of a run comes from streams of one seed. Streams of different names are independent of each other, so
 * that drawing more from one (another batch size, say) does not change what another gives.
 */
export class Random {
  private readonly single = new Uint32Array(1);

  private constructor(
    private a: number,
    private b: number,
    private c: number,
    private counter: number,
    private spareNormal: number | undefined,
  ) {}

  /**
   * @param seed any integer; its lower 32 bits count
   * @param stream what the numbers are for, such as `latent vectors`
   */
  static seeded(seed: number, stream: string): Random {
    const fromSeed = splitmix32(seed);
    const fromName = splitmix32(hash(stream));
    // Seed and name fill different words, so no two pairs of them start from the same state.
    const random = new Random(fromSeed(), fromName(), (fromSeed() ^ fromName()) >>> 0, 1, undefined);
    for (let i = 0; i < WARM_UP; i++) {
      random.bits();
    }
    return random;
  }

  /** Goes on where {@link state} was read. */
  static fromState(state: RandomState): Random {
    return new Random(state.a, state.b, state.c, state.counter, state.spareNormal);
  }

  state(): RandomState {
    const { a, b, c, counter, spareNormal } = this;
    return spareNormal === undefined ? { a, b, c, counter } : { a, b, c, counter, spareNormal };
  }

  /** @returns a multiple of 2^-32 from 0 up to but not including 1 */
  uniform(): number {
    return uniformOf(this.bits());
  }

  /** @returns a number from `low` up to but not including `high`, all equally likely */
  range(low: number, high: number): number {
    return low + (high - low) * this.uniform();
  }

  /** @returns a whole number from 0 to `n` - 1; the bias of at most n / 2^32 is far below what can be seen */
  integer(n: number): number {
    return Math.floor(this.uniform() * n);
  }

  /** @returns a number of the standard normal distribution (Box and Muller 1958) */
  normal(): number {
    if (this.spareNormal !== undefined) {
      const spare = this.spareNormal;
      this.spareNormal = undefined;
      return spare;
    }
    const radius = radiusOf(this.uniform());
    const angle = angleOf(this.uniform());
    this.spareNormal = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }

  /** Fills the whole array with standard normal numbers and returns it. */
  fillNormal(target: Float32Array): Float32Array {
    let filled = 0;
    if (this.spareNormal !== undefined && target.length > 0) {
      target[filled++] = this.normal();
    }
    // Pairs go straight into the array; only one that is halved by its end is remembered.
    const bits = this.fillBits(new Uint32Array((target.length - filled) & ~1));
    for (let i = 0; i < bits.length; i += 2) {
      const radius = radiusOf(uniformOf(bits[i] ?? 0));
      const angle = angleOf(uniformOf(bits[i + 1] ?? 0));
      target[filled++] = radius * Math.cos(angle);
      target[filled++] = radius * Math.sin(angle);
    }
    if (filled < target.length) {
      target[filled] = this.normal();
    }
    return target;
  }

  /** Fills the whole array with numbers from `low` to `high` and returns it. */
  fillUniform(target: Float32Array, low: number, high: number): Float32Array {
    const bits = this.fillBits(new Uint32Array(target.length));
    for (let i = 0; i < bits.length; i++) {
      target[i] = low + (high - low) * uniformOf(bits[i] ?? 0);
    }
    return target;
  }

  /** Fills the whole array with whole numbers from 0 to `n` - 1 and returns it; see {@link integer}. */
  fillIntegers(target: Uint32Array, n: number): Uint32Array {
    this.fillBits(target);
    for (let i = 0; i < target.length; i++) {
      target[i] = Math.floor(uniformOf(target[i] ?? 0) * n);
    }
    return target;
  }

  /** @returns a copy in random order, all orders being equally likely */
  shuffle<T>(items: Iterable<T>): T[] {
    return Array.from(items, (item) => ({ item, key: this.uniform() }))
      .sort((one, other) => one.key - other.key)
      .map(({ item }) => item);
  }

  /** One step of sfc32: 32 random bits as an unsigned integer. */
  private bits(): number {
    return this.fillBits(this.single)[0] ?? 0;
  }

  /**
   * As many steps of sfc32 as the array is long, each 32 random bits. The state is in local variables meanwhile, which
   * the compiler keeps in registers: a round on points takes about a twentieth less time for it.
   */
  private fillBits(target: Uint32Array): Uint32Array {
    let { a, b, c, counter } = this;
    for (let i = 0; i < target.length; i++) {
      const result = (((a + b) | 0) + counter) | 0;
      counter = (counter + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + result) | 0;
      target[i] = result;
    }
    this.a = a >>> 0;
    this.b = b >>> 0;
    this.c = c >>> 0;
    this.counter = counter >>> 0;
    return target;
  }
}

/** A multiple of 2^-32 from 0 up to but not including 1, of 32 random bits. */
function uniformOf(bits: number): number {
  return bits / 2 ** 32;
}

/** Distance from the origin of a pair of independent standard normal numbers, of a uniform number. */
function radiusOf(uniform: number): number {
  // 1 - u lies in (0, 1], where the logarithm is finite.
  return Math.sqrt(-2 * Math.log(1 - uniform));
}

/** Direction of such a pair, in radians, of a uniform number. */
function angleOf(uniform: number): number {
  return 2 * Math.PI * uniform;
}

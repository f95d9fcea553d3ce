/** A model under way on some backend. */
export interface Rehearsal {
  /** One round; returns when its results have been read back, so that its time is the whole time. */
  runRound(): void;
  /** Gives back all of its memory. */
  dispose(): void;
}

/** A backend in a race. */
export interface Contestant {
  /**
   * Makes the backend tfjs's current one and the model ready to run on it.
   *
   * @returns `undefined` when the backend does not start
   */
  start(): Promise<Rehearsal | undefined>;
}

/** Rounds a second; `undefined` for a backend that did not start, failed, or did not finish in time. */
export interface RaceResult {
  readonly champion: number | undefined;
  readonly challenger: number | undefined;
}

/** Milliseconds, from any origin. */
type Now = () => number;

/** Rounds that do not count: the first compiles shaders or makes room, the second may take another path through them. */
const WARM_UP_ROUNDS = 2;
/** Rounds are counted for so long: enough for 10 rounds of the default pair on a slow machine. */
const MEASURED_MS = 250;
/** The challenger must be ready and measured within this time, because a person waits for the first picture. */
export const CHALLENGER_MS = 1250;

/** The end of a race for a backend that takes too long. */
const NO_DEADLINE = Infinity;

async function roundsPerSecond(
  contestant: Contestant,
  deadline: number,
  now: Now,
): Promise<number | undefined> {
  let rehearsal: Rehearsal | undefined;
  try {
    rehearsal = await contestant.start();
    if (rehearsal === undefined) {
      return undefined;
    }
    for (let round = 0; round < WARM_UP_ROUNDS; round++) {
      rehearsal.runRound();
      if (now() >= deadline) {
        return undefined;
      }
    }
    const begin = now();
    let rounds = 0;
    do {
      rehearsal.runRound();
      rounds++;
    } while (now() - begin < MEASURED_MS && now() < deadline);
    return (rounds * 1000) / (now() - begin);
  } catch {
    // A backend that cannot run the model, for want of memory or of precision, has lost.
    return undefined;
  } finally {
    rehearsal?.dispose();
  }
}

/**
 * Runs the same model on two backends, one after the other, and counts its rounds. The champion is measured however slow
 * it is; the challenger is given up after {@link CHALLENGER_MS}, checked after every round.
 */
export async function race(champion: Contestant, challenger: Contestant, now: Now): Promise<RaceResult> {
  const championSpeed = await roundsPerSecond(champion, NO_DEADLINE, now);
  const challengerSpeed = await roundsPerSecond(challenger, now() + CHALLENGER_MS, now);
  return { champion: championSpeed, challenger: challengerSpeed };
}

/** Whether the challenger takes the champion's place. Who cannot run at all never wins. */
export function challengerWins({ champion, challenger }: RaceResult): boolean {
  return challenger !== undefined && challenger > (champion ?? 0);
}

/** Remembers races by what was run in them, because a person often starts the same model again. */
export class Races {
  private readonly results = new Map<string, RaceResult>();

  constructor(private readonly now: Now = () => performance.now()) {}

  /** The result for this model, if there was a race before. */
  recall(key: string): RaceResult | undefined {
    return this.results.get(key);
  }

  /** @param key the same for models that take the same time */
  async result(key: string, champion: Contestant, challenger: Contestant): Promise<RaceResult> {
    const known = this.results.get(key);
    if (known !== undefined) {
      return known;
    }
    const result = await race(champion, challenger, this.now);
    this.results.set(key, result);
    return result;
  }
}

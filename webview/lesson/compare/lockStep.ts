import { SIDES, type SideName } from './comparisonState';

/** So many rounds at most one run may be ahead of the other while both play. */
const LEAD = 10;

/**
 * Lets two runs play in step: both are sent a few rounds on, and neither is sent further before both are there. When
 * they are told to stop, the one that is behind catches up.
 */
export class LockStep {
  private readonly rounds: Record<SideName, number> = { a: 0, b: 0 };
  /** Those that were sent on and have not said yet that they are there. */
  private readonly underWay = new Set<SideName>();
  /** Where both are to stop. */
  private target = 0;

  /**
   * @param send tells a run to play up to a round
   * @param arrived both stand at the round where they were to stop
   */
  constructor(
    private readonly send: (side: SideName, round: number) => void,
    private readonly arrived: () => void,
  ) {}

  /** @param target where both are to stop; infinite for never */
  playTo(target: number): void {
    this.target = target;
    if (this.underWay.size === 0) {
      this.goOn();
    }
  }

  /** Both stop at the next round that both can stop at. */
  stop(): void {
    this.target = 0;
    for (const side of this.underWay) {
      // A round that it has passed already: it stops where it is.
      this.send(side, 0);
    }
  }

  /** A run stands at this round, and was under way before. */
  stands(side: SideName, round: number): void {
    this.rounds[side] = round;
    if (this.underWay.delete(side) && this.underWay.size === 0) {
      this.goOn();
    }
  }

  private goOn(): void {
    const behind = Math.min(this.rounds.a, this.rounds.b);
    const ahead = Math.max(this.rounds.a, this.rounds.b);
    const next = behind < ahead ? ahead : Math.min(behind + LEAD, this.target);
    const sent = SIDES.filter((side) => this.rounds[side] < next);
    if (sent.length === 0) {
      this.arrived();
      return;
    }
    for (const side of sent) {
      this.underWay.add(side);
    }
    for (const side of sent) {
      this.send(side, next);
    }
  }
}

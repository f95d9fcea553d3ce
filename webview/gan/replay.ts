import { comparePositions, type Position } from '../../src/shared/domain/phases';
import { success, type Result } from '../../src/shared/result';
import type { RunHistory } from './history/runHistory';

/**
 * Runs a trainer on to a position that its run had reached before. The last round is run phase by phase, so that
 * all of it can be shown again.
 *
 * @param pause asked after every step whether that is enough for now
 * @returns whether the position is reached
 */
export function replay(history: RunHistory, target: Position, pause: () => boolean): Result<boolean> {
  const lastWhole = target.phasesDone > 0 ? target.round : target.round - 1;
  while (comparePositions(history.trainer.position, target) < 0) {
    const { round, phasesDone } = history.trainer.position;
    const result = round < lastWhole && phasesDone === 0 ? history.runRound() : history.runPhase();
    if (!result.ok) {
      return result;
    }
    if (pause()) {
      break;
    }
  }
  return success(comparePositions(history.trainer.position, target) >= 0);
}

import type { Hyperparameters } from '../../../../src/shared/domain/hyperparameters';
import type { Position } from '../../../../src/shared/domain/phases';
import type { RunFrame } from '../../../../src/shared/wire/run';
import { RunHistory } from '../../../../webview/gan/history/runHistory';
import { replay } from '../../../../webview/gan/history/journey';
import { Trainer } from '../../../../webview/gan/trainer';
import { trainerOf, valueOf } from '../support';

export async function recordedRun(changes: Partial<Hyperparameters> = {}): Promise<RunHistory> {
  return new RunHistory(await trainerOf(changes));
}

/** The same run, as it comes back from its checkpoint. */
export async function reloaded(run: RunHistory): Promise<RunHistory> {
  const { bytes } = valueOf(run.checkpoint());
  return new RunHistory(valueOf(await Trainer.resume(bytes, 'cpu')));
}

/** Goes to a moment that the run knows. */
export function travel(run: RunHistory, target: Position): void {
  run.jumpTowards(target);
  valueOf(replay(run, target, () => false));
}

export function round(complete: number): Position {
  return { round: complete, phasesDone: 0 };
}

/** Runs whole rounds until so many are complete. */
export function runUpTo(run: RunHistory, complete: number): void {
  while (run.trainer.position.round < complete) {
    valueOf(run.runRound());
  }
}

export function change(run: RunHistory, changes: Partial<Hyperparameters>): void {
  valueOf(run.changeLive({ ...run.trainer.hyperparameters, ...changes }));
}

/** All that is to be seen, by whoever came there in whatever way. */
export function view(run: RunHistory): Omit<RunFrame, 'history' | 'diagnoses'> {
  const { history: _, diagnoses: __, ...frame } = run.frame({ playing: false, wholeRounds: true });
  return frame;
}

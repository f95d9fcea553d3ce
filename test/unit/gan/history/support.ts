import type { Hyperparameters } from '../../../../src/shared/domain/hyperparameters';
import type { Position } from '../../../../src/shared/domain/phases';
import type { RunFrame } from '../../../../src/shared/wire/run';
import { RecordedTrainer } from '../../../../webview/gan/history/recordedTrainer';
import { replay } from '../../../../webview/gan/replay';
import { Trainer } from '../../../../webview/gan/trainer';
import { trainerOf, valueOf } from '../support';

export async function recordedRun(changes: Partial<Hyperparameters> = {}): Promise<RecordedTrainer> {
  return new RecordedTrainer(await trainerOf(changes));
}

/** The same run, as it comes back from its checkpoint. */
export async function reloaded(run: RecordedTrainer): Promise<RecordedTrainer> {
  const { bytes } = valueOf(run.checkpoint());
  return new RecordedTrainer(valueOf(await Trainer.resume(bytes, 'cpu')));
}

/** Goes to a moment that the run knows. */
export function travel(run: RecordedTrainer, target: Position): void {
  run.jumpTowards(target);
  valueOf(replay(run, target, () => false));
}

export function round(complete: number): Position {
  return { round: complete, phasesDone: 0 };
}

/** Runs whole rounds until so many are complete. */
export function runUpTo(run: RecordedTrainer, complete: number): void {
  while (run.position.round < complete) {
    valueOf(run.runRound());
  }
}

export function change(run: RecordedTrainer, changes: Partial<Hyperparameters>): void {
  valueOf(run.changeLive({ ...run.hyperparameters, ...changes }));
}

/** All that is to be seen, by whoever came there in whatever way. */
export function view(run: RecordedTrainer): Omit<RunFrame, 'history' | 'diagnoses'> {
  const { history: _, diagnoses: __, ...frame } = run.frame({ playing: false, wholeRounds: true });
  return frame;
}

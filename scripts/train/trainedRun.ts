import type { Hyperparameters } from '../../src/shared/domain/hyperparameters';
import {
  lastMeasuredRound,
  type Quality,
  type RoundMetrics,
  type RunSeries,
} from '../../src/shared/domain/measures';
import { success, type Result } from '../../src/shared/result';
import type { Finding, Pictures } from '../../src/shared/wire/run';
import { RunHistory } from '../../webview/gan/history/runHistory';
import { replay } from '../../webview/gan/history/journey';
import { Trainer } from '../../webview/gan/trainer';

/** What is known of a run when a number of rounds is complete. */
export interface MeasuredRound {
  readonly round: number;
  /** Of that round; absent at round 0. */
  readonly metrics?: RoundMetrics;
  /** What the lesson measures in that round; absent where it measures nothing, or a number is not finite. */
  readonly quality?: Quality;
  /** The fixed samples; none for points. */
  readonly pictures: Pictures;
}

/** A run from its first weights to its end. */
export interface TrainedRun {
  readonly hyperparameters: Hyperparameters;
  readonly generatorParameters: number;
  readonly discriminatorParameters: number;
  /** Complete rounds whose numbers are all finite. */
  readonly rounds: number;
  /** The round in which numbers ceased to be finite. */
  readonly notFiniteAt?: number;
  readonly measured: readonly MeasuredRound[];
  readonly originals: Pictures;
  readonly series: RunSeries;
  readonly findings: readonly Finding[];
  /** With what the lesson measures meanwhile. */
  readonly trainingSeconds: number;
}

/** The first rounds that are looked at; from the last of them on, each is twice the one before. */
const FIRST_ROUNDS = [0, 40, 100];

/** The rounds at which a run of that length is looked at: 0, 40, 100, 200, 400, ..., the last that is measured and the last. */
export function measuredRounds(rounds: number): number[] {
  const chosen = FIRST_ROUNDS.filter((round) => round < rounds);
  for (let round = 200; round < rounds; round *= 2) {
    chosen.push(round);
  }
  return [...new Set([...chosen, lastMeasuredRound('miniFid', rounds), rounds])];
}

/**
 * Trains with the history and the trainer of the lessons, on the CPU. A run whose numbers cease to be finite ends at its
 * last good round, as on the stage.
 */
export async function trainRun(h: Hyperparameters, rounds: number): Promise<Result<TrainedRun>> {
  const trainer = await Trainer.create({ ...h, backend: 'cpu' });
  if (!trainer.ok) {
    return trainer;
  }
  const history = new RunHistory(trainer.value);
  try {
    return success(train(history, rounds));
  } finally {
    history.dispose();
  }
}

function train(history: RunHistory, rounds: number): TrainedRun {
  const { trainer } = history;
  const lookedAt = new Set(measuredRounds(rounds));
  trainer.prepareMeasurements();
  const measured = [lookAt(history)];
  let notFiniteAt: number | undefined;
  let trainingMs = 0;
  while (trainer.position.round < rounds && notFiniteAt === undefined) {
    const began = performance.now();
    const result = history.runRound();
    trainingMs += performance.now() - began;
    if (!result.ok) {
      notFiniteAt = trainer.failedIn;
      goToLastFinite(history);
    }
    const { round } = trainer.position;
    if (measured.at(-1)?.round !== round && (lookedAt.has(round) || !result.ok)) {
      measured.push(lookAt(history));
    }
  }
  const { series, diagnoses = [] } = history.frame({ playing: false, wholeRounds: true });
  if (series === undefined) {
    throw new Error('The run has recorded nothing.');
  }
  const { generatorParameters, discriminatorParameters, collectionPictures } = history.start;
  return {
    hyperparameters: trainer.hyperparameters,
    generatorParameters,
    discriminatorParameters,
    rounds: trainer.position.round,
    ...(notFiniteAt !== undefined && { notFiniteAt }),
    measured,
    originals: firstOf(collectionPictures, measured[0]?.pictures.count ?? 0),
    series,
    findings: diagnoses,
    trainingSeconds: trainingMs / 1000,
  };
}

/** Shows the last round in which all numbers were finite, as the worker does. */
function goToLastFinite(history: RunHistory): void {
  const { lastGoodRound = 0 } = history;
  const target = { round: lastGoodRound, phasesDone: 0 };
  history.jumpTowards(target);
  replay(history, target, () => false);
  history.noteNotFinite();
}

function lookAt(history: RunHistory): MeasuredRound {
  const { round } = history.trainer.position;
  const { metrics, quality, fixedSamples } = history.frame({ playing: false, wholeRounds: true });
  return {
    round,
    ...(metrics && { metrics }),
    ...(quality?.round === round && { quality }),
    pictures: fixedSamples,
  };
}

function firstOf({ size, rgba, count }: Pictures, wanted: number): Pictures {
  const shown = Math.min(wanted, count);
  return { count: shown, size, rgba: rgba.slice(0, shown * size * size * 4) };
}

import type {
  HyperparameterChanges,
  HyperparameterName,
  Hyperparameters,
} from '../../../src/shared/domain/hyperparameters';
import { differences } from '../../../src/shared/domain/lesson';
import { columnOf, type Measure } from '../../../src/shared/domain/measures';
import { comparePositions } from '../../../src/shared/domain/phases';
import type { RunFacts } from '../../../src/shared/domain/progress';
import type { RunFrame, ReachableRounds, RunStart } from '../../../src/shared/wire/run';

/** What a run has had in force until the shown moment. */
interface RunPast {
  readonly beginning: Hyperparameters;
  /** In the order of the moments. */
  readonly changes: NonNullable<ReachableRounds['changes']>;
}

/** @param running in force now, which counts as the beginning of a run that comes without its past */
export function pastOf(start: RunStart | undefined, frame: RunFrame, running: Hyperparameters): RunPast {
  const { beginning } = start ?? {};
  const changes = frame.history?.changes ?? [];
  return beginning === undefined
    ? { beginning: running, changes: [] }
    : {
        beginning,
        changes: changes.filter(({ position }) => comparePositions(position, frame.position) <= 0),
      };
}

/** In what a run was ever another than the one that is told of; seed and backend do not count. */
export function changesDuringRun(told: Hyperparameters, past: RunPast): HyperparameterName[] {
  const names = new Set(differences(told, past.beginning));
  for (const { changes } of past.changes) {
    for (const name of differences(told, { ...told, ...given(changes) })) {
      names.add(name);
    }
  }
  return [...names];
}

/**
 * The facts of a run at the shown moment, for the learner's progress.
 *
 * @param measures those that decided
 * @param round complete rounds when they were measured
 * @param time milliseconds since 1970
 */
export function factsOf(
  past: RunPast,
  frame: RunFrame,
  start: RunStart,
  {
    measures,
    round,
    collection,
    time,
  }: {
    readonly measures: readonly Measure[];
    readonly round: number;
    readonly collection: string | undefined;
    readonly time: number;
  },
): RunFacts {
  const { series } = frame;
  const measured = measures.flatMap((measure) => {
    const { rounds, values } = series ? columnOf(series, measure) : { rounds: [], values: [] };
    const value = values[rounds.findLastIndex((each) => each <= round)];
    return value !== undefined && Number.isFinite(value) ? [{ measure, value }] : [];
  });
  return {
    round,
    hyperparameters: { ...past.beginning },
    changes: past.changes.map(({ position, changes }) => ({ position, changes: given(changes) })),
    backend: start.backend.backend,
    ...(collection !== undefined && { collection }),
    measured,
    time,
  };
}

function given(changes: HyperparameterChanges): Partial<Hyperparameters> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}

import type { OwnCollection } from '../shared/domain/collection';
import type { SavedRun } from '../shared/wire/checkpoint';
import type { Hyperparameters, OwnData } from '../shared/domain/hyperparameters';
import type { HostToForm, HostToPanel } from '../shared/wire/messages';
import type { RunState } from './runState';
import type { LessonPlace } from './lessonPlace';
import type { Beginning } from './teaching';

type Snapshot = Extract<HostToPanel, { type: 'snapshot' }>;

/** Translations by English text, for the webviews. */
export type Strings = NonNullable<Snapshot['strings']>;

/** What a panel begins with, or comes back to. */
export interface PanelBeginning {
  readonly teaching: Beginning;
  /** Of the run that the panel shows. */
  readonly hyperparameters: Hyperparameters;
  readonly strings: Strings | undefined;
  /** The run to come back to; without one it starts at round 0. */
  readonly saved: SavedRun | undefined;
  /** The learner's own one, if the run trains on it. */
  readonly collection: OwnCollection | undefined;
  /** What the run belongs to; see the message. */
  readonly origin: Pick<Snapshot, 'run' | 'experiment' | 'before'>;
  /** What to open as soon as there is a run. */
  readonly opens: Snapshot['opens'];
}

/** Everything that a panel needs to begin or to come back. */
export function snapshotMessage(beginning: PanelBeginning): HostToPanel {
  const { teaching, hyperparameters, strings, saved, collection, origin, opens } = beginning;
  return {
    type: 'snapshot',
    ...teaching,
    hyperparameters,
    ...origin,
    ...(strings && { strings }),
    ...(saved && { saved }),
    ...(collection && { collection }),
    ...(opens && { opens }),
  };
}

/** Tells an open panel to begin a run, from round 0 or from a saved moment. */
export function newRunMessage(
  hyperparameters: Hyperparameters,
  collection: OwnCollection | undefined,
): Omit<Extract<HostToPanel, { type: 'newRun' }>, 'run'> {
  return { type: 'newRun', hyperparameters, ...(collection && { collection }) };
}

/**
 * Everything that the form shows.
 *
 * @param offered the kinds of the learner's own data that a run can be started on
 * @param step what the lesson hides and holds fixed where the person reads
 */
export function formMessage(
  { wanted, defaults, running }: Pick<RunState, 'wanted' | 'defaults' | 'running'>,
  offered: { readonly ownData?: OwnData[] },
  step: Pick<LessonPlace, 'hidden' | 'locked'>,
  strings: Strings | undefined,
): HostToForm {
  const { hidden, locked } = step;
  return {
    type: 'show',
    wanted,
    defaults,
    ...(running && { running }),
    ...offered,
    ...(hidden.length > 0 && { hidden: [...hidden] }),
    ...(locked.length > 0 && { locked: [...locked] }),
    ...(strings && { strings }),
  };
}

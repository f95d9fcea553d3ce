import type { OwnCollection } from '../shared/collection';
import type { SavedRun } from '../shared/checkpoint';
import type { Hyperparameters, OwnData } from '../shared/hyperparameters';
import type { Lesson } from '../shared/lesson';
import type { HostToForm, HostToPanel } from '../shared/messages';
import type { HyperparameterState } from './hyperparameterState';

/** Translations by English text, for the webviews. */
export type Strings = NonNullable<Extract<HostToPanel, { type: 'snapshot' }>['strings']>;

/** What a panel begins with, or comes back to. */
export interface PanelBeginning {
  readonly lesson: Lesson;
  /** Of the run that the panel shows. */
  readonly hyperparameters: Hyperparameters;
  readonly strings: Strings | undefined;
  /** The run to come back to; without one it starts at round 0. */
  readonly saved: SavedRun | undefined;
  /** The learner's own one, if the run trains on it. */
  readonly collection: OwnCollection | undefined;
}

/** Everything that a panel needs to begin or to come back. */
export function snapshotMessage(beginning: PanelBeginning): HostToPanel {
  const { lesson, hyperparameters, strings, saved, collection } = beginning;
  return {
    type: 'snapshot',
    lesson,
    hyperparameters,
    ...(strings && { strings }),
    ...(saved && { saved }),
    ...(collection && { collection }),
  };
}

/** Tells an open panel to begin a run from round 0. */
export function newRunMessage(
  hyperparameters: Hyperparameters,
  collection: OwnCollection | undefined,
): HostToPanel {
  return { type: 'newRun', hyperparameters, ...(collection && { collection }) };
}

/**
 * Everything that the form shows.
 *
 * @param offered the kinds of the learner's own data that a run can be started on
 */
export function formMessage(
  { wanted, defaults, running }: HyperparameterState,
  offered: { readonly ownData?: OwnData[] },
  strings: Strings | undefined,
): HostToForm {
  return {
    type: 'show',
    wanted,
    defaults,
    ...(running && { running }),
    ...offered,
    ...(strings && { strings }),
  };
}

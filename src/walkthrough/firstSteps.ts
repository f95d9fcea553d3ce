import * as v from 'valibot';
import { changedNames, isPictureData, type Hyperparameters } from '../shared/domain/hyperparameters';
import type { RunSummary } from '../shared/wire/messages';

/** The steps of the walkthrough, each with the context key `ganLessons.<step>` that tells VS Code that it is done. */
export const FIRST_STEPS = [
  'lessonOpened',
  'facesSeen',
  'roundStepped',
  'knobTurned',
  'inspectorPlayed',
] as const;

export type FirstStep = (typeof FIRST_STEPS)[number];

/** Portraits are recognisable by this round on every seed that was measured. */
const FACES_ROUND = 200;
/** Who has come so far by steps has seen the inspector learn. */
const PHASES_OF_A_ROUND_SEEN = 5;

/**
 * Which of the steps a run shows to be done.
 *
 * @param summary what the run in the panel reported last; absent while there is none
 * @param wanted what the person wants of the next run
 * @param own what the lesson's own run begins with
 */
export function stepsDone(
  summary: RunSummary | undefined,
  wanted: Hyperparameters,
  own: Hyperparameters,
): FirstStep[] {
  const { position, wholeRounds = true } = summary ?? {};
  const knobs = changedNames(own, wanted).filter((name) => name !== 'seed' && name !== 'backend');
  return [
    ...(position !== undefined ? (['lessonOpened'] as const) : []),
    ...(position !== undefined && position.round >= FACES_ROUND && isPictureData(wanted.data)
      ? (['facesSeen'] as const)
      : []),
    ...(position !== undefined && !wholeRounds && position.phasesDone >= PHASES_OF_A_ROUND_SEEN
      ? (['roundStepped'] as const)
      : []),
    ...(knobs.length > 0 ? (['knobTurned'] as const) : []),
  ];
}

/** Those of a kept value that are steps; another version may have kept others. */
export function readSteps(kept: unknown): FirstStep[] {
  const names = v.safeParse(v.array(v.string()), kept);
  return names.success ? FIRST_STEPS.filter((step) => names.output.includes(step)) : [];
}

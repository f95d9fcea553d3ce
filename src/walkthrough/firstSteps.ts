import { changedNames, isPictureData, type Hyperparameters } from '../shared/hyperparameters';
import type { RunSummary } from '../shared/messages';

/** The steps of the walkthrough that no command completes, because most people do them within the lesson panel. */
export const FIRST_STEPS = ['facesSeen', 'roundStepped', 'knobTurned'] as const;

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
    ...(position !== undefined && position.round >= FACES_ROUND && isPictureData(wanted.data)
      ? (['facesSeen'] as const)
      : []),
    ...(position !== undefined && !wholeRounds && position.phasesDone >= PHASES_OF_A_ROUND_SEEN
      ? (['roundStepped'] as const)
      : []),
    ...(knobs.length > 0 ? (['knobTurned'] as const) : []),
  ];
}

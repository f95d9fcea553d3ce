import { shownRound } from '../../../src/shared/domain/phases';
import { inspectorMood } from '../stage/view/moods';
import type { PanelState } from '../state';
import type { GameMoment } from './gameController';

/** The shown moment, once there is one, with a name for the lesson and the data that its games are played with. */
export function momentForGames({
  activity,
  frame,
  lesson,
  hyperparameters,
}: PanelState): GameMoment | undefined {
  return activity.kind === 'ready' && frame !== undefined && hyperparameters !== undefined
    ? {
        round: shownRound(frame.position),
        mood: inspectorMood(frame),
        key: `${lesson?.id ?? ''} ${hyperparameters.data} ${hyperparameters.pictureSize}`,
      }
    : undefined;
}

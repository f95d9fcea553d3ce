import type { RunSummary } from '../../../src/shared/wire/messages';
import type { PanelState } from '../state';

/**
 * How far the run is and whether it plays, for the host; `undefined` before its first frame.
 *
 * @param asked whether the player was told to go on, though no frame may show it yet
 */
export function summaryOf({ activity, frame, start }: PanelState, asked: boolean): RunSummary | undefined {
  if (frame === undefined || start === undefined) {
    return undefined;
  }
  return {
    position: frame.position,
    playing: activity.kind === 'ready' && (frame.playing || asked),
    wholeRounds: frame.wholeRounds,
    backend: start.backend,
    ...(frame.metrics && { metrics: frame.metrics }),
    ...(frame.quality && { quality: frame.quality }),
  };
}

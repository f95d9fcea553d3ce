import * as l10n from '@vscode/l10n';
import { unreachable } from '../../../src/shared/result';

/** How fast Play goes, the slowest first. */
export const SPEEDS = [
  'slowMotion',
  'phaseByPhase',
  'oneRoundASecond',
  'fiveRoundsASecond',
  'twentyRoundsASecond',
  'sixtyRoundsASecond',
  'fullSpeed',
] as const;

export type Speed = (typeof SPEEDS)[number];

/** Slow enough to see each picture of the forger change, fast enough to meet faces within a quarter of a minute. */
export const DEFAULT_SPEED: Speed = 'twentyRoundsASecond';

const ROUNDS_PER_SECOND: Readonly<Partial<Record<Speed, number>>> = {
  oneRoundASecond: 1,
  fiveRoundsASecond: 5,
  twentyRoundsASecond: 20,
  sixtyRoundsASecond: 60,
};

/** The pace of whole rounds; absent where the machine decides, and where phases are shown one by one. */
export function roundsPerSecond(speed: Speed): number | undefined {
  return ROUNDS_PER_SECOND[speed];
}

/** Whether each phase is shown by itself. */
export function isPhaseSpeed(speed: Speed): boolean {
  return speed === 'slowMotion' || speed === 'phaseByPhase';
}

/** Time to read the story line before the next phase begins, in milliseconds. */
const READING_PAUSE_MS = 1000;
const LONG_READING_PAUSE_MS = 3000;

export function readingPause(speed: Speed): number {
  return speed === 'slowMotion' ? LONG_READING_PAUSE_MS : READING_PAUSE_MS;
}

/** How many times as long everything moves on the stage. */
export function slowness(speed: Speed): number {
  return speed === 'slowMotion' ? 2.5 : 1;
}

/**
 * The next slower or faster speed; the same at the ends.
 *
 * @param by -1 for slower, 1 for faster
 */
export function neighbour(speed: Speed, by: -1 | 1): Speed {
  return SPEEDS[SPEEDS.indexOf(speed) + by] ?? speed;
}

export function speedName(speed: Speed): string {
  switch (speed) {
    case 'slowMotion':
      return l10n.t('Slow motion');
    case 'phaseByPhase':
      return l10n.t('Phase by phase');
    case 'oneRoundASecond':
      return l10n.t('1 round/s');
    case 'fiveRoundsASecond':
      return l10n.t('5 rounds/s');
    case 'twentyRoundsASecond':
      return l10n.t('20 rounds/s');
    case 'sixtyRoundsASecond':
      return l10n.t('60 rounds/s');
    case 'fullSpeed':
      return l10n.t('As fast as it goes');
    default:
      return unreachable(speed);
  }
}

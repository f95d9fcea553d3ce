import * as l10n from '@vscode/l10n';
import { percent } from '../../ui/l10n';
import type { RunFrame } from '../../../src/shared/run';
import type { Until } from '../../../src/shared/until';

/** Something that a run can play up to. */
export interface Goal {
  readonly id: string;
  readonly label: string;
  readonly until: Until;
}

/** A first glance, a sketch, recognisable pictures, good ones, and the end of the course's longest runs. */
const ROUNDS = [10, 50, 100, 200, 400, 800];
/** Recognisable portraits have less than 0.2, good ones about half of that. */
const GOOD_MINI_FID = 0.15;
const FOOLED_SHARE = 0.4;

/** What a run at this moment can be told to play up to. */
export function goalsOf({ position, quality }: RunFrame): Goal[] {
  const rounds = ROUNDS.filter((round) => round > position.round).map((round): Goal => ({
    id: `round ${round}`,
    label: l10n.t('round {0}', round),
    until: { kind: 'round', round },
  }));
  const fooled: Goal = {
    id: 'fooled',
    label: l10n.t('more than {0} fooled', percent(FOOLED_SHARE)),
    until: { kind: 'fooled', share: FOOLED_SHARE },
  };
  const good: Goal = {
    id: 'good',
    label: l10n.t('mini-FID below {0}', GOOD_MINI_FID),
    until: { kind: 'quality', measure: 'miniFid', is: 'below', value: GOOD_MINI_FID },
  };
  const isGood = quality !== undefined && quality.miniFid < GOOD_MINI_FID;
  return isGood ? [...rounds, fooled] : [...rounds, good, fooled];
}

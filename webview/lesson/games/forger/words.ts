import * as l10n from '@vscode/l10n';
import type { Learned } from '../../../../src/shared/wire/games';
import { join, percent } from '../../../ui/l10n';
import { scoresOf } from './drafts';
import { currentScore, scoreOf, type Forging } from './forging';

/** Below this a percentage is told with a decimal: in a hopeless beginning, each tenth is progress. */
const FINE = 0.1;

/** A score; a small one with a decimal. */
export function score(share: number): string {
  return share >= FINE ? percent(share) : l10n.t('{0}\u202f%', (100 * share).toFixed(1));
}

/** By how much the last stroke changed the score; `undefined` before the second. */
export function changeOf({ easel }: Forging): number | undefined {
  const scores = easel === undefined ? [] : scoresOf<unknown>(easel.drafts);
  const [before, now] = scores.slice(-2);
  return before === undefined || now === undefined ? undefined : now - before;
}

/** A change of a share in percent, with its sign. */
export function signed(change: number): string {
  const text = score(Math.abs(change));
  if (/^0(\.0)?\D*$/.test(text)) {
    return l10n.t('±{0}', percent(0));
  }
  return change > 0 ? `+${text}` : `−${text}`;
}

/** What the inspector says of the forgery, with what the last stroke did to it. */
export function describeScore(state: Forging): string {
  const scored = currentScore(state);
  if (scored === undefined) {
    return '';
  }
  const said = l10n.t('{0} real, he says.', score(scoreOf(scored)));
  const change = changeOf(state);
  return join(said, change === undefined ? undefined : l10n.t('{0} since the last stroke.', signed(change)));
}

/** What the inspector learned from a hand-in. */
export function describeLearned({ path }: Learned): string {
  return l10n.t(
    'He has studied it: {0} before, {1} after {2} updates.',
    score(path[0] ?? 0),
    score(path.at(-1) ?? 0),
    path.length - 1,
  );
}

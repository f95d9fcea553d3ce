import * as l10n from '@vscode/l10n';
import { join, verdict } from '../../../ui/l10n';
import {
  cardCount,
  isComplete,
  stampedCount,
  type Inspection,
  type JudgedCard,
  type Tally,
} from './inspection';

/** Which sample is looked at and what stamp it has; nothing that tells the truth. */
export function describeCard(state: Inspection, card: number): string {
  const { dealt, stamps } = state;
  const total = dealt === undefined ? 0 : cardCount(dealt);
  const name =
    dealt?.samples.kind === 'points'
      ? l10n.t('Point {0} of {1} at {2}, {3}', card + 1, total, ...placeOf(dealt.samples.points, card))
      : l10n.t('Picture {0} of {1}', card + 1, total);
  switch (stamps[card]) {
    case 'real':
      return l10n.t('{0}, stamped real', name);
    case 'forged':
      return l10n.t('{0}, stamped fake', name);
    case undefined:
      return name;
    default:
      return name;
  }
}

/** With a true minus sign. */
function placeOf(points: Float32Array, point: number): [x: string, y: string] {
  const number = (value: number | undefined): string => (value ?? 0).toFixed(2).replace('-', '−');
  return [number(points[2 * point]), number(points[2 * point + 1])];
}

/** Where the hand stands after a stamp was set, or taken back. */
export function describeHand(state: Inspection): string {
  return isComplete(state)
    ? l10n.t('All {0} are stamped. Enter reveals the truth.', stampedCount(state))
    : describeCard(state, state.current);
}

/** The result in words. */
export function describeTally(tally: Tally): string {
  const { total, yours, his, best } = tally;
  return join(
    l10n.t('You were right about {0} of {1}, the inspector about {2}.', yours, total, his),
    best === undefined ? undefined : l10n.t('The best possible rule gets {0}.', best),
    describeMistakes(tally),
  );
}

/** What the inspector says to the result. */
export function inspectorAnswers({ total, yours, his }: Tally): string {
  if (yours === total) {
    return yours > his ? l10n.t('All of them! You beat me.') : l10n.t('All of them, both of us!');
  }
  if (yours === his) {
    return l10n.t('A draw. Again?');
  }
  return yours > his ? l10n.t('You beat me!') : l10n.t('I won. Again?');
}

/** Whom the samples fooled. */
export function describeMistakes({ bothWrong, onlyYouWrong, onlyHeWrong }: Tally): string {
  return bothWrong + onlyYouWrong + onlyHeWrong === 0
    ? l10n.t('Nothing fooled either of you.')
    : l10n.t('Fooled only you: {0}. Only him: {1}. You both: {2}.', onlyYouWrong, onlyHeWrong, bothWrong);
}

/** A card when the truth is told. */
export function describeJudged({
  card,
  truth,
  yours,
  youAreRight,
  probability,
  heIsRight,
}: JudgedCard): string {
  return join(
    truth === 'real' ? l10n.t('{0}: real.', card + 1) : l10n.t('{0}: a forgery.', card + 1),
    yours === 'real'
      ? l10n.t('You said real: {0}.', rightOrWrong(youAreRight))
      : l10n.t('You said fake: {0}.', rightOrWrong(youAreRight)),
    l10n.t('The inspector: {0} real, {1}.', verdict(probability), rightOrWrong(heIsRight)),
  );
}

function rightOrWrong(right: boolean): string {
  return right ? l10n.t('right') : l10n.t('wrong');
}

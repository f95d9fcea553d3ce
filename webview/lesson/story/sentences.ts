import * as l10n from '@vscode/l10n';
import type { Hyperparameters } from '../../../src/shared/hyperparameters';
import { lastPhase, shownRound } from '../../../src/shared/phases';
import { unreachable } from '../../../src/shared/result';
import type { HandIn, Pile, RunFrame } from '../../../src/shared/run';
import { measure, percent } from '../../ui/l10n';
import { judged, mean, type Judged } from './cards';

/**
 * What happened last, in one or two plain sentences with the run's own numbers; those that matter stand between `**`.
 *
 * @param loss decides what a wrong verdict costs
 */
export function storyOf(frame: RunFrame, loss: Hyperparameters['loss']): string {
  const phase = lastPhase(frame.position);
  if (phase === undefined) {
    return l10n.t(
      'Two beginners meet. The forger has only **random noise**; the inspector has never seen a picture.',
    );
  }
  if (frame.wholeRounds) {
    return roundStory(frame);
  }
  switch (phase) {
    case 'drawReal':
      return l10n.t('The museum lends a batch of real pictures for the pile. The forger sees none of them.');
    case 'forge':
      return forgeStory(frame.pile);
    case 'judge':
      return judgeStory(frame.pile);
    case 'reveal':
      return revealStory(frame.pile, loss);
    case 'trainDiscriminator':
      return inspectorLearnsStory(frame.pile);
    case 'forgeAgain':
      return scoresFlowBackStory(frame.handIn);
    case 'trainGenerator':
      return forgerLearnsStory(frame.handIn);
    default:
      return unreachable(phase);
  }
}

/** For rounds that passed whole. */
function roundStory({ position, metrics, quality }: RunFrame): string {
  const round = shownRound(position);
  if (metrics === undefined) {
    return l10n.t('Round **{0}** is over.', round);
  }
  const right = l10n.t(
    'Round **{0}**: the inspector is right about **{1}** of the real pictures and **{2}** of the forgeries.',
    round,
    percent(metrics.accuracyOnReal),
    percent(metrics.accuracyOnFake),
  );
  return quality === undefined
    ? right
    : join(right, l10n.t('Distance from real: **{0}**.', measure(quality.miniFid)));
}

function forgeStory(pile: Pile | undefined): string {
  const painted = l10n.t('The forger turns random noise into pictures, without ever having seen a real one.');
  return pile === undefined
    ? painted
    : join(painted, l10n.t('**{0}** pictures now lie shuffled on the pile.', pile.total));
}

function judgeStory(pile: Pile | undefined): string {
  if (pile?.probabilities === undefined || pile.probabilities.length === 0) {
    return l10n.t('The inspector gives every picture a percentage, without knowing which are real.');
  }
  return l10n.t(
    'The inspector does not know which are real. He gives percentages from **{0}** to **{1}**.',
    percent(Math.min(...pile.probabilities)),
    percent(Math.max(...pile.probabilities)),
  );
}

function revealStory(pile: Pile | undefined, loss: Hyperparameters['loss']): string {
  const fakes = judged(pile, false);
  const reals = judged(pile, true);
  if (fakes === undefined) {
    return l10n.t('Now the truth: which pictures are real, and which are forged?');
  }
  const sentences = [seenThrough(fakes)];
  const [boldest] = fakes.wrong;
  if (boldest !== undefined) {
    sentences.push(fooled(boldest, fakes.wrong.length, loss));
  }
  const doubts = reals && doubted(reals, fakes.wrong.length > 0);
  if (doubts !== undefined) {
    sentences.push(doubts);
  }
  return join(...sentences);
}

function seenThrough({ count, wrong }: Judged): string {
  if (wrong.length === 0) {
    return l10n.t('The inspector saw through all the forgeries on the desk, **{0} of {0}**.', count);
  }
  return l10n.t('The inspector saw through **{0} of {1}** forgeries.', count - wrong.length, count);
}

/** @param alsoFooled whether this is one more mistake or the only kind */
function doubted({ wrong }: Judged, alsoFooled: boolean): string | undefined {
  const [worst] = wrong;
  if (worst === undefined) {
    return undefined;
  }
  if (wrong.length === 1) {
    return alsoFooled
      ? l10n.t('And he doubted a real one (**{0}**).', percent(worst))
      : l10n.t('But he doubted a real one (**{0}**).', percent(worst));
  }
  return alsoFooled
    ? l10n.t('And he doubted **{0}** real ones (down to **{1}**).', wrong.length, percent(worst))
    : l10n.t('But he doubted **{0}** real ones (down to **{1}**).', wrong.length, percent(worst));
}

/** The lecture's moment: a verdict over even odds on a forgery, and what it costs. */
function fooled(boldest: number, count: number, loss: Hyperparameters['loss']): string {
  const happened =
    count === 1
      ? l10n.t('One fooled him: **{0}** real, he said. Wrong: it was fake.', percent(boldest))
      : l10n.t('The boldest fooled him: **{0}** real, he said. Wrong: it was fake.', percent(boldest));
  const cost = costOfVerdict(boldest, loss);
  return cost === undefined ? happened : join(happened, cost);
}

/**
 * "That costs him −ln(1 − 0.58) = 0.87": the cross-entropy of one verdict on a generated sample, whose shown numbers
 * agree with each other. Other losses charge other prices, which are no function of P(real) alone.
 */
function costOfVerdict(probability: number, loss: Hyperparameters['loss']): string | undefined {
  if (loss !== 'nonSaturating' && loss !== 'saturating' && loss !== 'naiveLogSigmoid') {
    return undefined;
  }
  const shown = probability < 0.99 ? probability.toFixed(2) : probability.toFixed(4);
  const left = 1 - Number(shown);
  return left <= 0
    ? l10n.t('He was so sure that it costs him more than 9.')
    : l10n.t('That costs him −ln(1 − {0}) = **{1}**.', shown, (-Math.log(left)).toFixed(2));
}

function inspectorLearnsStory(pile: Pile | undefined): string {
  const fakes = judged(pile, false);
  const reals = judged(pile, true);
  if (reals?.meanAfter === undefined || fakes?.meanAfter === undefined) {
    return l10n.t('The inspector corrects his eye a little: real ones should score higher, forgeries lower.');
  }
  return l10n.t(
    'The inspector corrects his eye. On the same pile, real ones go from **{0}** to **{1}** on average, forgeries from **{2}** to **{3}**.',
    percent(reals.mean),
    percent(reals.meanAfter),
    percent(fakes.mean),
    percent(fakes.meanAfter),
  );
}

function scoresFlowBackStory(handIn: HandIn | undefined): string {
  if (handIn === undefined) {
    return l10n.t('Now only forgeries. Their scores flow back to the forger.');
  }
  return l10n.t(
    'Now only forgeries: on average they look **{0}** real. The hints flow back to the forger.',
    percent(mean(handIn.probabilities)),
  );
}

function forgerLearnsStory(handIn: HandIn | undefined): string {
  if (handIn?.probabilitiesAfter === undefined) {
    return l10n.t('The forger follows the hints one small step.');
  }
  const before = mean(handIn.probabilities);
  const after = mean(handIn.probabilitiesAfter);
  return after >= before
    ? l10n.t(
        'The forger takes one small step. From the same noise she now gets **{0}** instead of **{1}** real.',
        percent(after),
        percent(before),
      )
    : l10n.t(
        'The forger takes one small step, but from the same noise she gets **{0}** instead of **{1}** real: not every step helps.',
        percent(after),
        percent(before),
      );
}

/** Sentences after each other, as this language sets them. */
function join(...sentences: string[]): string {
  return sentences.reduce((text, sentence) => l10n.t('{0} {1}', text, sentence));
}

import * as l10n from '@vscode/l10n';
import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import { LOSS_FACTS } from '../../../src/shared/domain/losses';
import { lastPhase, shownRound } from '../../../src/shared/domain/phases';
import { unreachable } from '../../../src/shared/result';
import type { GeneratorBatch, JudgedBatch, RunFrame } from '../../../src/shared/wire/run';
import { join, verdict } from '../../ui/l10n';
import { mistakesOf, type Mistakes } from '../stage/view/mistakes';
import { CLEARLY_BETTER } from '../stage/view/speech';
import { judged, mean } from './cards';
import { planeStoryOf } from './planeSentences';
import { roundSentence } from './roundSentence';

/**
 * What happened last, in one or two plain sentences with the run's own numbers; those that matter stand between `**`.
 *
 * @param loss decides what a wrong verdict costs
 */
export function storyOf(frame: RunFrame, loss: Hyperparameters['loss']): string {
  const happened = sentenceOf(frame, loss);
  return frame.wholeRounds && frame.roundMs !== undefined
    ? join(happened, roundTime(frame.roundMs))
    : happened;
}

/** How long one waits for a round. */
function roundTime(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 60
    ? l10n.t('A round takes about **{0} s**.', seconds)
    : l10n.t('A round takes about **{0} min**.', Math.round(seconds / 60));
}

function sentenceOf(frame: RunFrame, loss: Hyperparameters['loss']): string {
  if (frame.plane !== undefined) {
    return planeStoryOf(frame, frame.plane);
  }
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
      return forgeStory(frame.batch);
    case 'judge':
      return judgeStory(frame.batch);
    case 'reveal':
      return revealStory(frame, loss);
    case 'trainDiscriminator':
      return inspectorLearnsStory(frame.batch);
    case 'forgeAgain':
      return hintsFlowBackStory(frame.generatorBatch);
    case 'trainGenerator':
      return forgerLearnsStory(frame.generatorBatch);
    default:
      return unreachable(phase);
  }
}

/** For rounds that passed whole. */
function roundStory({ position, metrics, quality }: RunFrame): string {
  return roundSentence({ ...metrics, ...quality, round: shownRound(position) }, false);
}

function forgeStory(pile: JudgedBatch | undefined): string {
  const painted = l10n.t('The forger turns random noise into pictures, without ever having seen a real one.');
  return pile === undefined
    ? painted
    : join(painted, l10n.t('**{0}** pictures now lie shuffled on the pile.', pile.total));
}

function judgeStory(pile: JudgedBatch | undefined): string {
  if (pile?.probabilities === undefined || pile.probabilities.length === 0) {
    return l10n.t('The inspector gives every picture a percentage, without knowing which are real.');
  }
  const lowest = verdict(Math.min(...pile.probabilities));
  const highest = verdict(Math.max(...pile.probabilities));
  return isAllShown(pile)
    ? l10n.t(
        'The inspector does not know which are real. He gives percentages from **{0}** to **{1}**.',
        lowest,
        highest,
      )
    : l10n.t(
        'The inspector does not know which are real. The **{0}** on the ruler get from **{1}** to **{2}**.',
        pile.probabilities.length,
        lowest,
        highest,
      );
}

/** Whether every picture of the pile lies on the ruler. */
function isAllShown(pile: JudgedBatch): boolean {
  return pile.probabilities?.length === pile.total;
}

/** Counts are of the whole pile, like the tally on the stage; the single verdict is one that can be seen. */
function revealStory(frame: RunFrame, loss: Hyperparameters['loss']): string {
  const { batch: pile } = frame;
  const mistakes = mistakesOf(frame);
  const fakes = judged(pile, false);
  if (pile === undefined || fakes === undefined || mistakes === undefined) {
    return l10n.t('Now the truth: which pictures are real, and which are forged?');
  }
  const { aboutForgeries, aboutReal } = mistakes;
  const sentences = [seenThrough(aboutForgeries)];
  const [boldest] = fakes.wrong;
  if (boldest !== undefined) {
    sentences.push(fooled(boldest, aboutForgeries.wrong, isAllShown(pile), loss));
  }
  const [worst] = judged(pile, true)?.wrong ?? [];
  if (aboutReal.wrong > 0) {
    sentences.push(doubted(aboutReal.wrong, isAllShown(pile) ? worst : undefined, aboutForgeries.wrong > 0));
  }
  return join(...sentences);
}

function seenThrough({ count, wrong }: Mistakes): string {
  if (wrong === 0) {
    return l10n.t('The inspector saw through all the forgeries, **{0} of {0}**.', count);
  }
  return l10n.t('The inspector saw through **{0} of {1}** forgeries.', count - wrong, count);
}

/**
 * @param worst the lowest verdict on a real picture; absent where it is not known of all
 * @param alsoFooled whether this is one more mistake or the only kind
 */
function doubted(count: number, worst: number | undefined, alsoFooled: boolean): string {
  if (worst === undefined) {
    if (count === 1) {
      return alsoFooled ? l10n.t('And he doubted a real one.') : l10n.t('But he doubted a real one.');
    }
    return alsoFooled
      ? l10n.t('And he doubted **{0}** real ones.', count)
      : l10n.t('But he doubted **{0}** real ones.', count);
  }
  if (count === 1) {
    return alsoFooled
      ? l10n.t('And he doubted a real one (**{0}**).', verdict(worst))
      : l10n.t('But he doubted a real one (**{0}**).', verdict(worst));
  }
  return alsoFooled
    ? l10n.t('And he doubted **{0}** real ones (down to **{1}**).', count, verdict(worst))
    : l10n.t('But he doubted **{0}** real ones (down to **{1}**).', count, verdict(worst));
}

/**
 * The lecture's moment: a verdict over even odds on a forgery, and what it costs.
 *
 * @param boldest the highest verdict on a forgery that is shown
 * @param count how many forgeries fooled him
 */
function fooled(boldest: number, count: number, allShown: boolean, loss: Hyperparameters['loss']): string {
  const happened =
    count === 1
      ? l10n.t('One fake fooled him: “**{0}** real”, he said.', verdict(boldest))
      : allShown
        ? l10n.t('The most convincing fake fooled him: “**{0}** real”, he said.', verdict(boldest))
        : l10n.t('The most convincing fake shown: “**{0}** real”, he said.', verdict(boldest));
  const cost = costOfVerdict(boldest, loss);
  return cost === undefined ? happened : join(happened, cost);
}

/**
 * "That costs him −ln(1 − 0.58) = 0.87": the cross-entropy of one verdict on a generated sample, whose shown numbers
 * agree with each other. Other losses charge other prices, which are no function of P(real) alone.
 */
function costOfVerdict(probability: number, loss: Hyperparameters['loss']): string | undefined {
  if (!LOSS_FACTS[loss].isCrossEntropy) {
    return undefined;
  }
  const shown = probability < 0.99 ? probability.toFixed(2) : probability.toFixed(4);
  const left = 1 - Number(shown);
  return left <= 0
    ? l10n.t('He was so sure that it costs him more than 9.')
    : l10n.t('That costs him −ln(1 − {0}) = **{1}**.', shown, (-Math.log(left)).toFixed(2));
}

function inspectorLearnsStory(pile: JudgedBatch | undefined): string {
  const fakes = judged(pile, false);
  const reals = judged(pile, true);
  if (reals?.meanAfter === undefined || fakes?.meanAfter === undefined) {
    return l10n.t('The inspector corrects his eye a little: real ones should score higher, forgeries lower.');
  }
  const means = [
    verdict(reals.mean),
    verdict(reals.meanAfter),
    verdict(fakes.mean),
    verdict(fakes.meanAfter),
  ] as const;
  const corrected =
    pile === undefined || isAllShown(pile)
      ? l10n.t(
          'The inspector corrects his eye. On the same pile, real ones go from **{0}** to **{1}** on average, forgeries from **{2}** to **{3}**.',
          ...means,
        )
      : l10n.t(
          'The inspector corrects his eye. The **{4}** real ones shown go from **{0}** to **{1}** on average, the **{5}** forgeries from **{2}** to **{3}**.',
          ...means,
          reals.count,
          fakes.count,
        );
  return reals.meanAfter < reals.mean || fakes.meanAfter > fakes.mean
    ? join(
        corrected,
        l10n.t('One step must suit all **{0}** pictures, so some get worse.', pile?.total ?? reals.count),
      )
    : corrected;
}

function hintsFlowBackStory(handIn: GeneratorBatch | undefined): string {
  if (handIn === undefined) {
    return l10n.t('Now only forgeries. The hints flow back to the forger.');
  }
  const score = verdict(mean(handIn.probabilities));
  const shown = handIn.probabilities.length;
  return shown === handIn.total
    ? l10n.t(
        'Now only forgeries: on average they look **{0}** real. The hints flow back to the forger.',
        score,
      )
    : l10n.t(
        'Now only forgeries: the **{0}** shown look **{1}** real on average. The hints flow back to the forger.',
        shown,
        score,
      );
}

function forgerLearnsStory(handIn: GeneratorBatch | undefined): string {
  if (handIn?.probabilitiesAfter === undefined) {
    return l10n.t('The forger follows the hints one small step.');
  }
  const before = mean(handIn.probabilities);
  const after = mean(handIn.probabilitiesAfter);
  const shown = handIn.probabilities.length;
  if (after < before) {
    return l10n.t(
      'The forger takes one small step, but from the same noise the **{2}** shown get **{0}** instead of **{1}** real: not every step helps.',
      verdict(after),
      verdict(before),
      shown,
    );
  }
  return after - before < CLEARLY_BETTER
    ? l10n.t(
        'The forger takes one small step. From the same noise the **{2}** shown now get **{0}** instead of **{1}** real.',
        verdict(after),
        verdict(before),
        shown,
      )
    : l10n.t(
        'The forger takes one small step, and the inspector is easily swayed: from the same noise the **{2}** shown now get **{0}** instead of **{1}** real.',
        verdict(after),
        verdict(before),
        shown,
      );
}

import * as l10n from '@vscode/l10n';
import type { JudgedPoints, Plane } from '../../../src/shared/wire/plane';
import { shownRound } from '../../../src/shared/domain/phases';
import { unreachable } from '../../../src/shared/result';
import type { RunFrame } from '../../../src/shared/wire/run';
import { percent, verdict } from '../../ui/l10n';
import { arrowsOf, planeSceneOf } from '../plane/view/picture';
import { mean } from './cards';
import { roundSentence } from './roundSentence';

/** What happened last in a run on points, with its own numbers; those that matter stand between `**`. */
export function planeStoryOf(frame: RunFrame, plane: Plane): string {
  const scene = planeSceneOf(frame);
  switch (scene) {
    case 'start':
      return l10n.t(
        'Two beginners meet. The forger has only a sheet of **random noise**; the inspector has never seen a point.',
      );
    case 'between':
      return roundStory(frame);
    case 'drawReal':
      return l10n.t('The museum lends **{0}** real points. The forger sees none of them.', count(plane.real));
    case 'forge':
      return l10n.t(
        'The forger bends her sheet, without ever having seen a real point. **{0}** points now lie mixed on the plane.',
        count(plane.real) + count(plane.generated),
      );
    case 'judge':
      return judgeStory(plane);
    case 'reveal':
      return revealStory(frame);
    case 'trainDiscriminator':
      return inspectorLearnsStory(plane);
    case 'forgeAgain':
      return hintsFlowBackStory(plane);
    case 'trainGenerator':
      return forgerLearnsStory(plane);
    default:
      return unreachable(scene);
  }
}

function count({ points }: JudgedPoints): number {
  return points.length / 2;
}

/** For rounds that passed whole. */
function roundStory({ position, metrics, quality }: RunFrame): string {
  return roundSentence({ ...metrics, ...quality, round: shownRound(position) }, true);
}

function judgeStory({ real, generated: forged }: Plane): string {
  const opinions = [...(real.probabilities ?? []), ...(forged.probabilities ?? [])];
  if (opinions.length === 0) {
    return l10n.t('The inspector gives every point a percentage, without knowing which are real.');
  }
  return l10n.t(
    'The inspector colours the plane by what he trusts. His points get from **{0}** to **{1}**.',
    verdict(Math.min(...opinions)),
    verdict(Math.max(...opinions)),
  );
}

function revealStory({ metrics }: RunFrame): string {
  const shapes = l10n.t('The truth: rings are real, diamonds are forged.');
  return metrics === undefined
    ? shapes
    : l10n.t(
        '{0} The inspector is right about **{1}** of the real points and **{2}** of the forged ones.',
        shapes,
        percent(metrics.accuracyOnReal),
        percent(metrics.accuracyOnFake),
      );
}

function inspectorLearnsStory({ real, generated: forged }: Plane): string {
  const means = [real, forged].map(({ probabilities, probabilitiesAfter }) =>
    probabilities && probabilitiesAfter
      ? { before: verdict(mean(probabilities)), after: verdict(mean(probabilitiesAfter)) }
      : undefined,
  );
  const [ofReal, ofForged] = means;
  if (ofReal === undefined || ofForged === undefined) {
    return l10n.t(
      'The inspector redraws his map: more trust where real points lie, less around forged ones.',
    );
  }
  return l10n.t(
    'The inspector redraws his map. Under the real points it goes from **{0}** to **{1}** on average, under the forged ones from **{2}** to **{3}**.',
    ofReal.before,
    ofReal.after,
    ofForged.before,
    ofForged.after,
  );
}

function hintsFlowBackStory(plane: Plane): string {
  const { generatorBatch: handIn, arrows } = plane;
  if (handIn?.probabilities === undefined) {
    return l10n.t('Now only forged points. Each arrow is a hint: the way to a better score.');
  }
  return arrows !== undefined && arrowsOf(plane).length === 0
    ? l10n.t(
        '**{0}** fresh forged points look **{1}** real on average. His opinion is flat there: he has no hint to give.',
        count(handIn),
        verdict(mean(handIn.probabilities)),
      )
    : l10n.t(
        '**{0}** fresh forged points look **{1}** real on average. Each arrow is a hint: the way to a better score.',
        count(handIn),
        verdict(mean(handIn.probabilities)),
      );
}

function forgerLearnsStory({ generatorBatch: handIn }: Plane): string {
  if (handIn?.probabilities === undefined || handIn.probabilitiesAfter === undefined) {
    return l10n.t('The sheet bends a little along the hints.');
  }
  const [before, after] = [mean(handIn.probabilities), mean(handIn.probabilitiesAfter)];
  return after >= before
    ? l10n.t(
        'The sheet bends along the hints. From the same noise the forger now gets **{0}** instead of **{1}** real.',
        verdict(after),
        verdict(before),
      )
    : l10n.t(
        'The sheet bends along the hints, but from the same noise the forger gets **{0}** instead of **{1}** real: not every step helps.',
        verdict(after),
        verdict(before),
      );
}

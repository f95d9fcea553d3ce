import * as l10n from '@vscode/l10n';
import type { RunFrame } from '../../../src/shared/wire/run';
import { unreachable } from '../../../src/shared/result';
import { valueLabel } from '../../../src/shared/words/choiceLabels';
import { measureName } from '../../../src/shared/words/measureWords';
import { measure, percent } from '../../ui/l10n';
import { settingName } from '../../../src/shared/words/settingName';
import { SIDES, type ComparisonState, type SideName } from './comparisonState';

/** What the two runs are called. */
export function sideName(side: SideName): string {
  switch (side) {
    case 'a':
      return 'A';
    case 'b':
      return 'B';
    default:
      return unreachable(side);
  }
}

/** The numbers of a run in a few words, those first that tell of quality. */
function figuresOf({ quality, metrics }: RunFrame): string[] {
  const { effectiveModes, modes } = quality ?? {};
  return [
    ...(quality === undefined ? [] : [l10n.t('{0} {1}', measureName('miniFid'), measure(quality.miniFid))]),
    ...(effectiveModes === undefined || modes === undefined
      ? []
      : [l10n.t('{0} of {1} kinds', effectiveModes.toFixed(1), modes)]),
    ...(metrics === undefined
      ? []
      : [
          l10n.t(
            'the inspector is right about {0} of the real ones and {1} of the forgeries',
            percent(metrics.accuracyOnReal),
            percent(metrics.accuracyOnFake),
          ),
        ]),
  ];
}

/** Both runs in two sentences, for somebody who does not see them: "A: round 200, Distance from real 0.12. B: ...". */
export function bothInWords({ sides }: ComparisonState): string {
  return SIDES.map((side) => {
    const { frame } = sides[side];
    const round = l10n.t('round {0}', frame?.position.round ?? 0);
    const figures = frame === undefined ? [] : figuresOf(frame);
    return l10n.t('{0}: {1}.', sideName(side), [round, ...figures].join(l10n.t(', ')));
  }).join(' ');
}

/** What is the same in both runs, what differs, and how much one comparison says. */
export function whatDiffers({ difference, sides }: ComparisonState): string {
  const { a, b } = sides;
  return l10n.t(
    'Both begin with seed {0} and draw the same originals and the same noise. Everything is equal but one thing, {1}: {2} in A, {3} in B.',
    a.hyperparameters.seed,
    settingName(difference),
    valueLabel(a.hyperparameters[difference]),
    valueLabel(b.hyperparameters[difference]),
  );
}

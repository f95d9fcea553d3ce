import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { RegionFrame, RegionHeading } from './RegionFrame';
import type { CardView } from './view/cards';
import type { Scene } from './view/scene';
import { verdict } from '../../ui/l10n';

interface FeedbackProps {
  readonly scene: Scene;
  readonly cards: readonly CardView[];
}

/** The way back, on which the hints flow from the inspector to the forger. */
export function Feedback({ scene, cards }: FeedbackProps): JSX.Element {
  const flowing = scene === 'forgeAgain';
  return (
    <RegionFrame
      region="feedback"
      label={l10n.t('The way back from the inspector to the forger')}
      class={`feedback ${flowing ? 'flowing' : ''}`}
    >
      <span class="lane" aria-hidden="true">
        {flowing &&
          spread(cards).map((probability, chip, { length }) => (
            <span key={chip} class={`chip ${chip === length - 1 ? 'best' : ''}`} style={{ '--chip': chip }}>
              {verdict(probability)}
            </span>
          ))}
      </span>
      <RegionHeading region="feedback" class="caption">
        {flowing ? l10n.t('hints flow back') : l10n.t('way back: hints')}
      </RegionHeading>
    </RegionFrame>
  );
}

/** The lowest, the middle and the highest of the scores. */
function spread(cards: readonly CardView[]): number[] {
  const sorted = cards.map(({ probability }) => probability).toSorted((a, b) => a - b);
  return [0, (sorted.length - 1) >> 1, sorted.length - 1].flatMap((at) => sorted[at] ?? []);
}

import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Hints, ShownHints } from '../../../src/shared/wire/run';
import { RegionFrame, RegionHeading } from './RegionFrame';
import { Tile } from './Tile';
import { hasVanished, hintSize } from './view/hintWords';
import type { Scene } from './view/scene';

interface FeedbackProps {
  readonly scene: Scene;
  /** From phase 6 on, for the shown forgeries, of which the first is on the easel. */
  readonly hints: Hints | undefined;
  /** Forgeries in the batch. */
  readonly total: number;
  readonly round: number;
}

/** The mean hint of a batch, which stays in sight while it is held. */
interface Held {
  readonly mean: ShownHints;
  readonly total: number;
  readonly round: number;
}

/** The way back, on which the hints flow from the inspector to the forger's easel. */
export function Feedback({ scene, hints, total, round }: FeedbackProps): JSX.Element {
  const [held, setHeld] = useState<Held | 'nothing'>('nothing');
  const latest: Held | undefined = hints && { mean: hints.mean, total, round };
  const mean = held === 'nothing' || scene === 'start' ? undefined : (latest ?? held);
  const shown = mean?.mean ?? hints;
  const norm = shown?.norms[0];
  const flowing = scene === 'forgeAgain';
  const vanished = norm !== undefined && hasVanished(norm);
  return (
    <RegionFrame
      region="feedback"
      label={l10n.t('The way back from the inspector to the forger')}
      class={`feedback ${flowing ? 'flowing' : ''} ${vanished ? 'vanished' : ''}`}
    >
      <i class="lane" aria-hidden="true" />
      {shown !== undefined && (
        <Tile
          pictures={shown.pictures}
          index={0}
          class="hint"
          label={
            mean === undefined
              ? l10n.t('The hint for the forgery on the easel')
              : l10n.t('The mean hint of {0} forgeries, round {1}', mean.total, mean.round)
          }
        />
      )}
      <div class="hint-words">
        <RegionHeading region="feedback" class="caption">
          {flowing ? l10n.t('hints flow back') : l10n.t('way back: hints')}
        </RegionHeading>
        {norm !== undefined && <span class="hint-size">{hintSize(norm)}</span>}
        {(latest ?? mean) !== undefined && (
          <button
            type="button"
            class="hold-mean"
            aria-pressed={mean !== undefined}
            data-tip={l10n.t('Hold the mean hint of the whole batch')}
            onClick={() => setHeld(mean === undefined && latest !== undefined ? latest : 'nothing')}
          >
            {mean === undefined || latest !== undefined
              ? l10n.t('mean of {0}', (latest ?? mean)?.total ?? total)
              : l10n.t('mean of {0}, round {1}', mean.total, mean.round)}
          </button>
        )}
      </div>
    </RegionFrame>
  );
}

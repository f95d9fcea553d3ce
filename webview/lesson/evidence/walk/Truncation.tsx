import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Quality } from '../../../../src/shared/domain/measures';
import { measureName } from '../../../../src/shared/words/measureWords';
import type { LatentPath } from '../../../../src/shared/wire/latent';
import type { Pictures } from '../../../../src/shared/wire/run';
import { Slider } from '../../../ui/controls';
import { measure, percent } from '../../../ui/l10n';
import { Tile } from '../../stage/Tile';

interface TruncationProps {
  /** The pictures of the whole noise. */
  readonly showcase: Pictures;
  /** Changes with the shown moment; what was asked is then asked once more. */
  readonly moment: string;
  /** Absent until they are painted. */
  readonly truncated: Pictures | undefined;
  /** Of many pictures with as much noise. */
  readonly quality: Quality | undefined;
  readonly onAsk: (path: LatentPath) => void;
}

/** The slider's steps from no noise to all of it. */
const STEPS = 20;

/**
 * Less noise than she was trained with: nearer to her average picture, and so less varied. Nothing is asked before
 * somebody moves the slider, since each answer takes the worker as long as two rounds.
 */
export function Truncation({ showcase, moment, truncated, quality, onAsk }: TruncationProps): JSX.Element {
  const [position, setPosition] = useState<number | undefined>(undefined);
  useEffect(() => {
    if (position !== undefined) {
      onAsk({ kind: 'truncated', scale: position / STEPS });
    }
  }, [moment, position]);
  const share = percent((position ?? STEPS) / STEPS);
  return (
    <figure class="truncation">
      <figcaption>
        {l10n.t('Truncation: every number of the noise shrunk to {0} of what it was', share)}
      </figcaption>
      <Slider
        label={l10n.t('Noise that is left')}
        position={position ?? STEPS}
        steps={STEPS}
        valueText={share}
        onSlide={setPosition}
        onDone={() => undefined}
      />
      <ol aria-hidden="true">
        {Array.from({ length: showcase.count }, (_, index) => (
          <li key={index}>
            <Tile pictures={position === undefined ? showcase : truncated} index={index} />
          </li>
        ))}
      </ol>
      {position !== undefined && quality !== undefined && <Measured quality={quality} />}
    </figure>
  );
}

/** Fidelity and variety, each by the gauge that the charts have for it. */
function Measured({ quality }: { readonly quality: Quality }): JSX.Element {
  const { convincing, effectiveModes, modes, miniFid } = quality;
  return (
    <dl aria-live="polite">
      {convincing !== undefined && (
        <div>
          <dt>{measureName('convincing')}</dt>
          <dd>{percent(convincing)}</dd>
        </div>
      )}
      {effectiveModes !== undefined && modes !== undefined && (
        <div>
          <dt>{measureName('effectiveModes')}</dt>
          <dd>{l10n.t('{0} of {1}', effectiveModes.toFixed(1), modes)}</dd>
        </div>
      )}
      <div>
        <dt>{measureName('miniFid')}</dt>
        <dd>{measure(miniFid)}</dd>
      </div>
    </dl>
  );
}

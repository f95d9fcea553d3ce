import * as l10n from '@vscode/l10n';
import { measureName } from '../../../src/shared/words/measureWords';
import type { JSX } from 'preact';
import { useContext } from 'preact/hooks';
import type { Optimal } from '../../../src/shared/wire/plane';
import type { RunFrame } from '../../../src/shared/wire/run';
import { Arrow, MaskBadge, SealBadge } from '../../ui/icons';
import { measure } from '../../ui/l10n';
import { Forger } from '../stage/characters/Forger';
import { Inspector } from '../stage/characters/Inspector';
import { SleepersContext } from '../stage/characters/sleepers';
import { RegionFrame, RegionHeading } from '../stage/RegionFrame';
import { forgerMood, inspectorMood } from '../stage/view/moods';
import { LayerGlyph } from './LayerBar';
import type { PlaneScene } from './view/picture';
import { nats } from './view/words';

/** Lines of the flat sheet in each direction, as many as of the bent one. */
const LINES = 9;
const SHEET_SIDE = 96;

function sheetLines(isPlane: boolean): string {
  const at = (line: number): string => ((line * SHEET_SIDE) / (LINES - 1)).toFixed(1);
  const rows = isPlane ? Array.from({ length: LINES }, (_, line) => line) : [(LINES - 1) / 2];
  const across = rows.map((line) => `M0 ${at(line)}H${SHEET_SIDE}`);
  const down = isPlane ? rows.map((line) => `M${at(line)} 0V${SHEET_SIDE}`) : [];
  return [...across, ...down].join('');
}

/** What the sheet is: the whole latent space, or a slice of it. */
function sheetCaption(latentSize: number | undefined): string {
  if (latentSize === undefined || latentSize === 2) {
    return l10n.t('A flat, regular sheet.');
  }
  return latentSize === 1
    ? l10n.t('A straight line: the noise is a single number.')
    : l10n.t('A slice of the noise: two of its {0} numbers vary, the others are 0.', latentSize);
}

/** The regular latent vectors, before the generator bends them. */
export function Noise({ latentSize }: { readonly latentSize: number | undefined }): JSX.Element {
  return (
    <RegionFrame region="noise" label={l10n.t('Random noise')} class="plane-noise">
      <RegionHeading region="noise" first>
        {l10n.t('Noise')}
      </RegionHeading>
      <svg
        class="flat-sheet"
        viewBox={`-1 -1 ${SHEET_SIDE + 2} ${SHEET_SIDE + 2}`}
        role="img"
        aria-label={l10n.t('A regular grid of noise')}
      >
        <path d={sheetLines(latentSize !== 1)} />
      </svg>
      <p>{sheetCaption(latentSize)}</p>
      <Arrow length={40} name="to-forger" />
    </RegionFrame>
  );
}

interface PlaneForgerProps {
  readonly frame: RunFrame | undefined;
  readonly scene: PlaneScene;
}

export function PlaneForger({ frame, scene }: PlaneForgerProps): JSX.Element {
  const { forger: asleep } = useContext(SleepersContext);
  return (
    <RegionFrame region="forger" label={l10n.t('Forger')} class="plane-forger">
      <div class="plane-figure">
        <Forger mood={forgerMood(frame)} listening={scene === 'forgeAgain'} asleep={asleep} />
      </div>
      <RegionHeading region="forger">
        <MaskBadge size={18} /> {l10n.t('Forger')}
      </RegionHeading>
      <p>{l10n.t('She bends the sheet. It should cover everything real.')}</p>
    </RegionFrame>
  );
}

export function PlaneInspector({ frame }: { readonly frame: RunFrame | undefined }): JSX.Element {
  const { inspector: asleep } = useContext(SleepersContext);
  const optimal = frame?.plane?.optimal;
  return (
    <RegionFrame region="inspector" label={l10n.t('Inspector')} class="plane-inspector">
      <div class="plane-figure">
        <Inspector mood={inspectorMood(frame)} fooled={false} asleep={asleep} />
      </div>
      <RegionHeading region="inspector">{l10n.t('Inspector')}</RegionHeading>
      <p>{l10n.t('The colour is his opinion:')}</p>
      <div class="opinion-bar">
        <i aria-hidden="true" />
        <span>
          <SealBadge size={16} /> {l10n.t('surely real')}
        </span>
        <span>{l10n.t('cannot tell')}</span>
        <span>
          <MaskBadge size={16} /> {l10n.t('surely fake')}
        </span>
      </div>
      {optimal === undefined ? (
        <ul class="plane-legend" aria-label={l10n.t('Legend')}>
          <li>
            <LayerGlyph layer="real" /> {l10n.t('real point')}
          </li>
          <li>
            <LayerGlyph layer="generated" /> {l10n.t('forged point')}
          </li>
          <li>
            <LayerGlyph layer="arrows" /> {l10n.t('hint: the way to a better score')}
          </li>
        </ul>
      ) : (
        <Comparison {...optimal} />
      )}
    </RegionFrame>
  );
}

/** The inspector beside the one that no other beats, in numbers. */
function Comparison({ comparison, divergence }: Optimal): JSX.Element {
  return (
    <dl class="plane-numbers">
      {comparison === undefined ? (
        <>
          <dt>{measureName('optimalGap')}</dt>
          <dd>{l10n.t('not defined: with this loss he gives no probabilities')}</dd>
        </>
      ) : (
        <>
          <dt>{measureName('optimalGap')}</dt>
          <dd>
            <b>{measure(comparison.gap)}</b>
          </dd>
          <dt>{l10n.t('Value of the game')}</dt>
          <dd>{l10n.t('{0}; at best {1}', nats(comparison.value), nats(comparison.optimalValue))}</dd>
        </>
      )}
      <dt>{measureName('jensenShannon')}</dt>
      <dd>{l10n.t('{0} bits ({1} points each)', divergence.bits.toFixed(2), divergence.samples)}</dd>
    </dl>
  );
}

import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Select } from '../../ui/controls';
import { measure } from '../../ui/l10n';
import { distanceFromRest, playDirac, type DiracState, type Turns } from './dirac';

const RATE = 0.1;
const ROUNDS = 200;
const START: DiracState = { place: 1, slope: 0 };
/** Half the side of what is drawn, in the units of the game. */
const REACH = 2;

const MOMENTA = ['-0.5', '0', '0.5', '0.9'] as const;
const R1_WEIGHTS = ['0', '0.3', '2', '10'] as const;
/** How many times longer his steps are than hers. */
const RATE_RATIOS = ['1', '4'] as const;

/** The smallest GAN as a path: where her point is, and how his score slopes. */
export function CirclingFigure(): JSX.Element {
  const [turns, setTurns] = useState<Turns>('alternating');
  const [momentum, setMomentum] = useState<(typeof MOMENTA)[number]>('0');
  const [r1Weight, setR1Weight] = useState<(typeof R1_WEIGHTS)[number]>('0');
  const [ratio, setRatio] = useState<(typeof RATE_RATIOS)[number]>('1');
  const states = playDirac(
    {
      turns,
      momentum: Number(momentum),
      r1Weight: Number(r1Weight),
      generatorRate: RATE,
      discriminatorRate: RATE * Number(ratio),
    },
    START,
    ROUNDS,
  );
  const last = states.at(-1) ?? START;
  return (
    <>
      <div class="figure-controls">
        <Select
          label={l10n.t('They step')}
          value={turns}
          options={[
            { value: 'alternating', label: l10n.t('in turns') },
            { value: 'simultaneous', label: l10n.t('at the same time') },
          ]}
          onSelect={setTurns}
        />
        <Select
          label={l10n.t('Momentum')}
          value={momentum}
          options={MOMENTA.map((value) => ({ value, label: value.replace('-', '−') }))}
          onSelect={setMomentum}
        />
        <Select
          label={l10n.t('R1 weight')}
          value={r1Weight}
          options={R1_WEIGHTS.map((value) => ({ value, label: value }))}
          onSelect={setR1Weight}
        />
        <Select
          label={l10n.t('His steps')}
          value={ratio}
          options={[
            { value: '1', label: l10n.t('as long as hers') },
            { value: '4', label: l10n.t('four times as long') },
          ]}
          onSelect={setRatio}
        />
      </div>
      <svg
        class="figure-picture"
        viewBox="-110 -110 220 220"
        role="img"
        aria-label={l10n.t('The path of both')}
      >
        <path class="figure-axis" d="M-100 0H100M0 -100V100" />
        <polyline class="figure-path" points={states.map(pointOf).join(' ')} />
        <circle class="figure-start" r="4" {...centreOf(START)} />
        <circle class="figure-end" r="4" {...centreOf(last)} />
        <text class="figure-label" x="100" y="-6" text-anchor="end">
          {l10n.t('her place')}
        </text>
        <text class="figure-label" x="4" y="-94">
          {l10n.t('his slope')}
        </text>
      </svg>
      <p class="hint" aria-live="polite">
        {l10n.t(
          'From the calm point: {0} at the start, {1} after {2} rounds.',
          measure(distanceFromRest(START)),
          distanceText(distanceFromRest(last)),
          states.length - 1,
        )}
      </p>
    </>
  );
}

/** Large distances are told by their order of magnitude. */
const LARGE = 1000;

function distanceText(distance: number): string {
  return distance < LARGE ? measure(distance) : l10n.t('more than {0}', LARGE);
}

/** Percent of the picture's half side, cut off where it ends. */
function toPicture(value: number): number {
  const most = 100;
  return Math.max(-most, Math.min(most, Math.round((most * value * 10) / REACH) / 10));
}

function centreOf({ place, slope }: DiracState): { readonly cx: number; readonly cy: number } {
  return { cx: toPicture(place), cy: -toPicture(slope) };
}

function pointOf(state: DiracState): string {
  const { cx, cy } = centreOf(state);
  return `${cx},${cy}`;
}

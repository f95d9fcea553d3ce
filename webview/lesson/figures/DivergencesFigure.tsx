import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Slider } from '../../ui/controls';
import { measure } from '../../ui/l10n';
import { divergencesOf, normalDensity, type Normal } from './divergences';

/** The museum's crowd is wide, the forger's narrow: the two directions of KL differ then. */
const MUSEUM: Normal = { mean: 0, deviation: 0.5 };
const FORGED_DEVIATION = 0.25;
/** Distance of the middles at the slider's end, and its steps. */
const FARTHEST = 4;
const STEPS = 40;
const FIRST_POSITION = 10;

/** What of the line is drawn, and how high. */
const LOW = -2;
const HIGH = 5;
const PICTURE = { width: 280, height: 90 };
const CURVE_NODES = 140;

/** Two crowds moved apart, and four rulers for how far they differ. */
export function DivergencesFigure(): JSX.Element {
  const [position, setPosition] = useState(FIRST_POSITION);
  const distance = (FARTHEST * position) / STEPS;
  const forged: Normal = { mean: distance, deviation: FORGED_DEVIATION };
  const { forward, reverse, jensenShannon, wasserstein } = divergencesOf(MUSEUM, forged);
  const bits = (value: number): string => l10n.t('{0} bits', measure(value));
  return (
    <>
      <div class="figure-controls">
        <span>{l10n.t('Distance of the middles: {0}', measure(distance))}</span>
        <Slider
          label={l10n.t('Distance of the middles')}
          position={position}
          steps={STEPS}
          valueText={measure(distance)}
          onSlide={setPosition}
          onDone={() => undefined}
        />
      </div>
      <svg
        class="figure-picture wide"
        viewBox={`0 0 ${PICTURE.width} ${PICTURE.height}`}
        role="img"
        aria-label={l10n.t('The density of originals and of forgeries on a line')}
      >
        <polyline class="figure-real" points={curveOf(MUSEUM)} />
        <polyline class="figure-fake" points={curveOf(forged)} />
      </svg>
      <dl class="figure-values">
        <dt>KL(p ‖ q)</dt>
        <dd>{bits(forward)}</dd>
        <dt>KL(q ‖ p)</dt>
        <dd>{bits(reverse)}</dd>
        <dt>JSD</dt>
        <dd>{l10n.t('{0} bits', jensenShannon.toFixed(3))}</dd>
        <dt>{l10n.t('Wasserstein')}</dt>
        <dd>{measure(wasserstein)}</dd>
      </dl>
    </>
  );
}

/** As high as the narrow crowd's middle. */
const HIGHEST = normalDensity({ mean: 0, deviation: FORGED_DEVIATION }, 0);

function curveOf(normal: Normal): string {
  return Array.from({ length: CURVE_NODES + 1 }, (_, node) => {
    const share = node / CURVE_NODES;
    const height = normalDensity(normal, LOW + share * (HIGH - LOW)) / HIGHEST;
    const [x, y] = [share * PICTURE.width, PICTURE.height - 4 - height * (PICTURE.height - 8)];
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  }).join(' ');
}

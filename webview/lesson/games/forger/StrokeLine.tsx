import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { percent } from '../../../ui/l10n';
import { score } from './words';

interface StrokeLineProps {
  readonly title: string;
  /** P(real) after each stroke, from 0 to 1. */
  readonly scores: readonly number[];
}

/** In CSS pixels. */
const WIDTH = 340;
const HEIGHT = 64;
const MARGIN = 8;
/** As many strokes fill the width; with more, the line is pressed together. */
const STROKES = 12;

/** The scores of all strokes in a row, with the line above which he is fooled. */
export function StrokeLine({ title, scores }: StrokeLineProps): JSX.Element | null {
  if (scores.length < 2) {
    return null;
  }
  const x = (stroke: number) =>
    MARGIN + ((WIDTH - 2 * MARGIN) * stroke) / (Math.max(STROKES, scores.length) - 1);
  const y = (share: number) => MARGIN + (HEIGHT - 2 * MARGIN) * (1 - share);
  const last = scores.at(-1) ?? 0;
  const line = scores.map((share, stroke) => `${stroke === 0 ? 'M' : 'L'}${x(stroke)} ${y(share)}`).join('');
  return (
    <figure class="stroke-line">
      <figcaption>{title}</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={l10n.t(
          '{0} of them: from {1} to {2} real.',
          scores.length - 1,
          score(scores[0] ?? 0),
          score(last),
        )}
      >
        <path class="half" d={`M0 ${y(0.5)}H${WIDTH}`} />
        <text x={WIDTH} y={y(0.5) - 4} text-anchor="end">
          {percent(0.5)}
        </text>
        <path class="line" d={line} />
        <circle class="dot" cx={x(scores.length - 1)} cy={y(last)} r="4" />
      </svg>
    </figure>
  );
}

import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { percent } from '../../../ui/l10n';
import { prefersReducedMotion } from '../../../ui/motion';

interface ScoreLineProps {
  readonly title: string;
  /** P(real) step by step, from 0 to 1; at least two. */
  readonly scores: readonly number[];
  /** So many steps fill the width; with more, the line is pressed together. */
  readonly steps: number;
  /** Says the line in words. */
  readonly label: string;
  /** The line comes at once and is drawn before one's eyes, instead of growing step by step. */
  readonly isDrawn?: boolean;
}

/** In CSS pixels. */
const WIDTH = 340;
const HEIGHT = 64;
const MARGIN = 8;
/** Above it, the inspector is fooled. */
const FOOLED = 0.5;
/** How long the line takes to be drawn, in milliseconds. */
const DRAWN_MS = 900;

/** Scores in a row, with the line above which the inspector is fooled. */
export function ScoreLine({ title, scores, steps, label, isDrawn = false }: ScoreLineProps): JSX.Element {
  const line = useRef<SVGPathElement>(null);
  useEffect(() => {
    if (line.current === null || !isDrawn || prefersReducedMotion()) {
      return;
    }
    const drawing = line.current.animate([{ strokeDashoffset: 1 }, { strokeDashoffset: 0 }], {
      duration: DRAWN_MS,
      easing: 'ease-out',
    });
    return () => drawing.cancel();
  }, []);
  const last = scores.length - 1;
  const x = (step: number): number => MARGIN + ((WIDTH - 2 * MARGIN) * step) / Math.max(steps, last);
  const y = (share: number): number => MARGIN + (HEIGHT - 2 * MARGIN) * (1 - share);
  return (
    <figure class="score-line">
      <figcaption>{title}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
        <path class="half" d={`M0 ${y(FOOLED)}H${WIDTH}`} />
        <text x={WIDTH} y={y(FOOLED) - 4} text-anchor="end">
          {percent(FOOLED)}
        </text>
        <path
          ref={line}
          class={`line ${isDrawn ? 'is-drawn' : ''}`}
          pathLength="1"
          d={scores.map((share, step) => `${step === 0 ? 'M' : 'L'}${x(step)} ${y(share)}`).join('')}
        />
        <circle class="dot" cx={x(last)} cy={y(scores[last] ?? 0)} r="4" />
      </svg>
    </figure>
  );
}

import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { percent } from '../../../ui/l10n';
import type { RoundScore } from '../records';

interface RoundsChartProps {
  readonly scores: readonly RoundScore[];
}

/** In CSS pixels; drawn at its real size, so that its text is as large as all other. */
const WIDTH = 300;
const HEIGHT = 112;
const LEFT = 46;
const RIGHT = 72;
const TOP = 10;
const BOTTOM = 22;
/** Labels at the ends of the lines keep so far apart. */
const LABEL_HEIGHT = 14;

const GUESSING = 0.5;

type Side = 'yours' | 'his';

/** The person's score beside the inspector's over the rounds of which hands were played. */
export function RoundsChart({ scores }: RoundsChartProps): JSX.Element {
  const [first, last] = [scores[0], scores.at(-1)];
  if (first === undefined || last === undefined || scores.length < 2) {
    return (
      <p class="chart-hint">
        {l10n.t('Train on and play again in a later round: your score beside his is then drawn here.')}
      </p>
    );
  }
  const x = (round: number): number =>
    LEFT + ((WIDTH - LEFT - RIGHT) * (round - first.round)) / Math.max(1, last.round - first.round);
  // Who guesses is right half of the time; only who does worse needs more room.
  const lowest = Math.min(GUESSING, ...scores.flatMap(({ yours, his }) => [yours, his]));
  const y = (share: number): number => TOP + ((HEIGHT - TOP - BOTTOM) * (1 - share)) / (1 - lowest);
  const path = (side: Side): string =>
    scores.map((score, index) => `${index === 0 ? 'M' : 'L'}${x(score.round)} ${y(score[side])}`).join('');
  const apart = Math.max(LABEL_HEIGHT, Math.abs(y(last.his) - y(last.yours)));
  const middle = (y(last.his) + y(last.yours)) / 2;
  const youAreAbove = last.yours >= last.his;
  const labelY = (above: boolean): number => middle + (above ? -apart / 2 : apart / 2) + 4;
  return (
    <figure class="rounds-chart">
      <figcaption>{l10n.t('Share right, by round')}</figcaption>
      <svg
        width={WIDTH}
        height={HEIGHT}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={summary(scores)}
      >
        {[GUESSING, 1].map((share) => (
          <g key={share} class="grid-line">
            <path d={`M${LEFT} ${y(share)}H${WIDTH - RIGHT}`} />
            <text x={LEFT - 6} y={y(share) + 4} text-anchor="end">
              {percent(share)}
            </text>
          </g>
        ))}
        <text x={LEFT} y={HEIGHT - 4}>
          {l10n.t('round {0}', first.round)}
        </text>
        <text x={WIDTH - RIGHT} y={HEIGHT - 4} text-anchor="end">
          {last.round}
        </text>
        <path class="line his" d={path('his')} />
        <path class="line yours" d={path('yours')} />
        {scores.map((score) => (
          <g key={score.round}>
            <rect class="dot his" x={x(score.round) - 3} y={y(score.his) - 3} width="6" height="6" />
            <circle class="dot yours" cx={x(score.round)} cy={y(score.yours)} r="3.5" />
          </g>
        ))}
        <text class="yours" x={WIDTH - RIGHT + 8} y={labelY(youAreAbove)}>
          {l10n.t('You {0}', percent(last.yours))}
        </text>
        <text class="his" x={WIDTH - RIGHT + 8} y={labelY(!youAreAbove)}>
          {l10n.t('He {0}', percent(last.his))}
        </text>
      </svg>
      <table class="visually-hidden">
        <caption>{l10n.t('Share right, by round')}</caption>
        <thead>
          <tr>
            <th scope="col">{l10n.t('Round')}</th>
            <th scope="col">{l10n.t('You')}</th>
            <th scope="col">{l10n.t('Inspector')}</th>
          </tr>
        </thead>
        <tbody>
          {scores.map(({ round, yours, his }) => (
            <tr key={round}>
              <th scope="row">{round}</th>
              <td>{percent(yours)}</td>
              <td>{percent(his)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

function summary(scores: readonly RoundScore[]): string {
  const last = scores.at(-1);
  return last === undefined
    ? ''
    : l10n.t(
        'In {0} rounds; in the latest, round {1}, you were right about {2} and the inspector about {3}.',
        scores.length,
        last.round,
        percent(last.yours),
        percent(last.his),
      );
}

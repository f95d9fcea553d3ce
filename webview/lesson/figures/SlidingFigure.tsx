import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Select, Slider } from '../../ui/controls';
import { coveredCells, LARGE_SIDE, overlaps, SMALL_SIDE } from './sliding';

type Direction = 'convolution' | 'transposed';

const FILTERS = ['2', '3', '4'] as const;
const PLACES = SMALL_SIDE * SMALL_SIDE;
/** Side of a cell in the picture, in its own units. */
const CELL = 10;

/** A filter that slides: which cells one place reads or writes, and how often each is reached in all. */
export function SlidingFigure(): JSX.Element {
  const [direction, setDirection] = useState<Direction>('transposed');
  const [filter, setFilter] = useState<(typeof FILTERS)[number]>('3');
  const [place, setPlace] = useState(0);
  const [row, column] = [Math.floor(place / SMALL_SIDE), place % SMALL_SIDE];
  const rows = coveredCells(row, Number(filter));
  const columns = coveredCells(column, Number(filter));
  const counts = overlaps(Number(filter));
  const most = Math.max(...counts);
  const inner = counts[(LARGE_SIDE / 2) * LARGE_SIDE + LARGE_SIDE / 2 - 1] ?? 0;
  const small = <Grid side={SMALL_SIDE} isLit={(y, x) => y === row && x === column} />;
  const large = (
    <Grid
      side={LARGE_SIDE}
      isLit={(y, x) => rows.includes(y) && columns.includes(x)}
      count={(y, x) => counts[y * LARGE_SIDE + x] ?? 0}
      most={most}
    />
  );
  const placeText = l10n.t('Place {0} of {1}', place + 1, PLACES);
  return (
    <>
      <div class="figure-controls">
        <Select
          label={l10n.t('Layer')}
          value={direction}
          options={[
            { value: 'transposed', label: l10n.t('transposed convolution') },
            { value: 'convolution', label: l10n.t('convolution') },
          ]}
          onSelect={setDirection}
        />
        <Select
          label={l10n.t('Filter')}
          value={filter}
          options={FILTERS.map((value) => ({ value, label: `${value} × ${value}` }))}
          onSelect={setFilter}
        />
        <Slider
          label={l10n.t('Slide the filter')}
          position={place}
          steps={PLACES - 1}
          valueText={placeText}
          onSlide={setPlace}
          onDone={() => undefined}
        />
      </div>
      <div class="figure-grids">{direction === 'transposed' ? [small, '→', large] : [large, '→', small]}</div>
      <p class="hint" aria-live="polite">
        {direction === 'transposed'
          ? l10n.t(
              '{0}: one cell is written to {1}. Each number says how often its cell is reached.',
              placeText,
              rows.length * columns.length,
            )
          : l10n.t(
              '{0}: {1} cells are read into one. Each number says how often its cell is read.',
              placeText,
              rows.length * columns.length,
            )}{' '}
        {counts.includes(most) && inner !== most
          ? l10n.t('Neighbours differ: a checkerboard.')
          : l10n.t('Away from the edge all are alike.')}
      </p>
    </>
  );
}

interface GridProps {
  readonly side: number;
  readonly isLit: (row: number, column: number) => boolean;
  readonly count?: (row: number, column: number) => number;
  /** The largest count. */
  readonly most?: number;
}

function Grid({ side, isLit, count, most = 1 }: GridProps): JSX.Element {
  const cells = Array.from({ length: side * side }, (_, index) => index);
  const size = side * CELL;
  return (
    <svg class={`figure-grid side-${side}`} viewBox={`-1 -1 ${size + 2} ${size + 2}`} aria-hidden="true">
      {cells.map((cell) => {
        const [row, column] = [Math.floor(cell / side), cell % side];
        const times = count?.(row, column);
        return (
          <g key={cell}>
            <rect
              class={isLit(row, column) ? 'lit' : ''}
              x={column * CELL}
              y={row * CELL}
              width={CELL}
              height={CELL}
              fill-opacity={times === undefined ? 0 : times / most}
            />
            {times !== undefined && (
              <text x={(column + 0.5) * CELL} y={(row + 0.72) * CELL} text-anchor="middle">
                {times}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { RunFrame } from '../../../src/shared/run';
import { onThemeChange, resolvedColour } from '../../ui/theme';
import { drawPoints } from './drawing/thumbnail';
import { FILM_CELLS, planeFilm, viewBoxOf, type ViewBox } from './view/film';

/** Width of a thumbnail in CSS pixels. */
const SIDE = 36;

/** Where the same noise went, from the first round to the present one. */
export function PlaneFilmStrip({ frame }: { readonly frame: RunFrame }): JSX.Element {
  const cells = planeFilm(frame);
  const box = viewBoxOf(cells);
  const strip = useRef<HTMLDivElement>(null);
  const colour = useForgedColour(strip);
  return (
    <div
      ref={strip}
      class="film region plane-film"
      data-region="filmstrip"
      role="group"
      aria-label={l10n.t('The forged points of the same noise through the rounds')}
    >
      <ol id="filmstrip">
        {cells.map(({ round, points, now }, place) => (
          <li key={place} class={now ? 'now' : ''} {...(now && { 'aria-current': 'true' as const })}>
            <Thumbnail points={points} box={box} colour={colour} label={l10n.t('Round {0}', round)} />
            <span aria-hidden="true">{now ? l10n.t('{0} now', round) : round}</span>
          </li>
        ))}
        {Array.from({ length: Math.max(0, FILM_CELLS - cells.length) }, (_, place) => (
          <li key={cells.length + place} class="hole" aria-hidden="true">
            <Thumbnail points={undefined} box={box} colour={colour} />
          </li>
        ))}
      </ol>
    </div>
  );
}

/** The theme's colour of what is forged; it is read once, not for every thumbnail of every frame. */
function useForgedColour(place: { readonly current: HTMLElement | null }): string {
  const [colour, setColour] = useState('');
  useLayoutEffect(() => {
    const read = (): void => {
      if (place.current !== null) {
        setColour(resolvedColour(place.current, 'var(--forged)'));
      }
    };
    read();
    return onThemeChange(read);
  }, []);
  return colour;
}

interface ThumbnailProps {
  /** Absent while there is no such round yet. */
  readonly points: readonly number[] | undefined;
  readonly box: ViewBox;
  readonly colour: string;
  readonly label?: string;
}

function Thumbnail({ points, box, colour, label }: ThumbnailProps): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { x, y, extent } = box;
  useLayoutEffect(() => {
    if (canvas.current !== null) {
      drawThumbnail(canvas.current, points ?? [], { x, y, extent }, colour);
    }
  }, [points, x, y, extent, colour]);
  return (
    <canvas
      ref={canvas}
      class={`tile ${points === undefined ? 'absent' : ''}`}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img' as const, 'aria-label': label })}
    />
  );
}

function drawThumbnail(
  canvas: HTMLCanvasElement,
  points: readonly number[],
  box: ViewBox,
  colour: string,
): void {
  const side = Math.round(SIDE * devicePixelRatio);
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext('2d');
  if (context === null) {
    return;
  }
  const scale = side / SIDE;
  context.setTransform(scale, 0, 0, scale, 0, 0);
  drawPoints(context, points, box, SIDE, colour);
}

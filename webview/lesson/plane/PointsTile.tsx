import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { onThemeChange, resolvedColour } from '../../ui/theme';
import { drawPoints } from './drawing/thumbnail';
import type { ViewBox } from './view/film';

interface PointsTileProps {
  /** x and y of one generated point after the other; absent while there is no such round yet. */
  readonly points: readonly number[] | undefined;
  readonly box: ViewBox;
  readonly label: string | undefined;
}

/** Generated points as a small picture, drawn in the theme's colour. */
export function PointsTile({ points, box, label }: PointsTileProps): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const colour = useRef('');
  const [themes, setThemes] = useState(0);
  useEffect(
    () =>
      onThemeChange(() => {
        colour.current = '';
        setThemes((count) => count + 1);
      }),
    [],
  );
  const { x, y, extent } = box;
  useLayoutEffect(() => {
    const place = canvas.current?.parentElement;
    if (canvas.current !== null && place !== null && place !== undefined) {
      colour.current ||= resolvedColour(place, 'var(--forged)');
      draw(canvas.current, points ?? [], { x, y, extent }, colour.current);
    }
  }, [points, x, y, extent, themes]);
  return (
    <canvas
      ref={canvas}
      class={`tile points-tile ${points === undefined ? 'absent' : ''}`}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img' as const, 'aria-label': label })}
    />
  );
}

function draw(canvas: HTMLCanvasElement, points: readonly number[], box: ViewBox, colour: string): void {
  const size = Math.max(1, canvas.clientWidth);
  const side = Math.max(1, Math.round(size * devicePixelRatio));
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext('2d');
  if (context !== null) {
    context.setTransform(side / size, 0, 0, side / size, 0, 0);
    drawPoints(context, points, box, size, colour);
  }
}

import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Pictures } from '../../../src/shared/wire/run';
import { drawPicture, drawVector, gridOf } from '../../ui/pixels';

interface TileProps {
  /** Absent while there is nothing to paint yet; the tile then keeps its place, outlined. */
  readonly pictures: Pictures | undefined;
  readonly index: number;
  readonly class?: string;
  /** What a screen reader says; without it the tile is only decoration. */
  readonly label?: string;
}

/** One picture with visible pixels. The same canvas is painted anew when the picture changes. */
export function Tile({ pictures, index, class: name = '', label }: TileProps): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    if (canvas.current) {
      drawPicture(canvas.current, pictures, index);
    }
  }, [pictures, index]);
  return (
    <canvas
      ref={canvas}
      class={`tile ${pictures ? '' : 'absent'} ${name}`}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img' as const, 'aria-label': label })}
    />
  );
}

interface VectorTileProps {
  readonly values: readonly number[] | undefined;
  readonly class?: string;
}

/** A latent vector as a small grid of grey squares. */
export function VectorTile({ values, class: name = '' }: VectorTileProps): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    if (canvas.current) {
      drawVector(canvas.current, values ?? []);
    }
  }, [values]);
  const { columns, rows } = gridOf(values?.length ?? 1);
  return (
    <canvas
      ref={canvas}
      class={`vector-tile ${values ? '' : 'absent'} ${name}`}
      style={{ '--columns': columns, '--rows': rows }}
      aria-hidden={true}
    />
  );
}

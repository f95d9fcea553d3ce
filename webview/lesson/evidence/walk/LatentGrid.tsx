import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Pictures } from '../../../../src/shared/wire/run';
import { drawPicture } from '../../../ui/pixels';
import { tiled } from './tiled';

interface LatentGridProps {
  /** Row by row; absent until they are painted. */
  readonly pictures: Pictures | undefined;
  readonly side: number;
  readonly caption: string;
}

/** A square of pictures on one canvas, which show what lies beside what in the latent space. */
export function LatentGrid({ pictures, side, caption }: LatentGridProps): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    if (canvas.current !== null) {
      drawPicture(canvas.current, pictures && tiled(pictures, side), 0);
    }
  }, [pictures, side]);
  return (
    <figure class="latent-grid">
      <canvas
        ref={canvas}
        class={pictures === undefined ? 'absent' : ''}
        role="img"
        aria-label={l10n.t('Latent grid, {0} by {0} forgeries. {1}', side, caption)}
      />
      <figcaption>{caption}</figcaption>
    </figure>
  );
}

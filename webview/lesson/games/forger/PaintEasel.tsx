import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { GameController } from '../gameController';
import { BucketGlyph, ClearGlyph, MirrorGlyph, PencilGlyph } from '../glyphs';
import { colourAt, type Pixel } from './canvas';
import { colourName } from './colourNames';
import { evidenceMarks } from './evidence';
import { EvidenceOverlay } from './EvidenceOverlay';
import { currentScore, type Forging } from './forging';
import { paintAction } from './paintKeys';
import { shownPicture, type PaintAction, type Painting } from './painting';
import { draftTools } from './draftTools';
import { ToolBar, type ToolButton } from './ToolBar';
import { useUniqueId } from '../../../ui/uniqueId';

interface PaintEaselProps {
  readonly painting: Painting;
  readonly forging: Forging;
  readonly games: GameController;
}

/** Tools, canvas and palette. */
export function PaintEasel({ painting, forging, games }: PaintEaselProps): JSX.Element {
  const { palette, colour } = painting;
  const locked = forging.lesson.kind !== 'none';
  const { look } = currentScore(forging) ?? {};
  const name = useUniqueId();
  return (
    <div class="easel-side">
      <ToolBar tools={toolsOf(painting, games.paint)} />
      <div class="canvas-place">
        <PaintCanvas painting={painting} locked={locked} onAction={games.paint}>
          {forging.looks && look?.kind === 'picture' && (
            <EvidenceOverlay marks={evidenceMarks(look, painting.size)} />
          )}
        </PaintCanvas>
        <fieldset class="palette">
          <legend class="visually-hidden">{l10n.t('Colour')}</legend>
          {palette.map((rgb, index) => (
            <label key={index} data-tip={colourName(rgb)}>
              <input
                type="radio"
                name={name}
                aria-label={l10n.t('{0} of {1}: {2}', index + 1, palette.length, colourName(rgb))}
                checked={index === colour}
                onChange={() => games.paint({ type: 'colour', colour: index })}
              />
              <span style={{ background: `rgb(${rgb.map(Math.round).join(' ')})` }} />
            </label>
          ))}
        </fieldset>
        <p class="game-keys">
          {l10n.t(
            'Arrows move, Space paints, Shift and arrows draw. Comma and full stop change the colour; P pencil, F fill, M mirror.',
          )}
        </p>
      </div>
    </div>
  );
}

function toolsOf(painting: Painting, act: (action: PaintAction) => void): ToolButton[] {
  const { tool, mirror, drafts } = painting;
  return [
    {
      label: l10n.t('Pencil (P)'),
      glyph: <PencilGlyph />,
      pressed: tool === 'pencil',
      onClick: () => act({ type: 'tool', tool: 'pencil' }),
    },
    {
      label: l10n.t('Fill (F)'),
      glyph: <BucketGlyph />,
      pressed: tool === 'fill',
      onClick: () => act({ type: 'tool', tool: 'fill' }),
    },
    {
      label: l10n.t('Mirror (M)'),
      glyph: <MirrorGlyph />,
      pressed: mirror,
      onClick: () => act({ type: 'mirror' }),
    },
    ...draftTools(drafts, act),
    { label: l10n.t('Empty the canvas'), glyph: <ClearGlyph />, onClick: () => act({ type: 'clear' }) },
  ];
}

interface PaintCanvasProps {
  readonly painting: Painting;
  /** Nobody paints now. */
  readonly locked: boolean;
  readonly onAction: (action: PaintAction) => void;
  readonly children: JSX.Element | false;
}

function PaintCanvas({ painting, locked, onAction, children }: PaintCanvasProps): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { size, cursor, palette, colour } = painting;
  const { work } = shownPicture(painting);
  useEffect(() => canvas.current?.focus(), []);
  useEffect(() => {
    const context = canvas.current?.getContext('2d', { willReadFrequently: true });
    if (context) {
      const image = context.createImageData(size, size);
      image.data.set(work);
      context.putImageData(image, 0, 0);
    }
  }, [work, size]);
  const pixelUnder = (event: PointerEvent & { readonly currentTarget: HTMLElement }): Pixel => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    return {
      x: Math.floor(((event.clientX - left) / width) * size),
      y: Math.floor(((event.clientY - top) / height) * size),
    };
  };
  return (
    <div
      class={`paint-canvas ${locked ? 'locked' : ''}`}
      style={{ '--pixels': size, '--x': cursor.x, '--y': cursor.y }}
    >
      <canvas
        ref={canvas}
        width={size}
        height={size}
        tabIndex={0}
        role="application"
        aria-label={l10n.t('Canvas of {0} by {0} pixels', size)}
        onKeyDown={(event) => {
          const action = paintAction(event, { colour, colours: palette.length });
          if (action !== undefined) {
            event.preventDefault();
            onAction(action);
          }
        }}
        onPointerDown={(event) => {
          if (event.button === 0) {
            event.currentTarget.setPointerCapture(event.pointerId);
            onAction({ type: 'begin', at: pixelUnder(event) });
          }
        }}
        onPointerMove={(event) => {
          if (event.buttons !== 0) {
            onAction({ type: 'drawTo', at: pixelUnder(event) });
          }
        }}
        onPointerUp={() => onAction({ type: 'end' })}
        onPointerCancel={() => onAction({ type: 'end' })}
      />
      <i class="paint-grid" aria-hidden="true" />
      <i class="paint-cursor" aria-hidden="true" />
      {children}
      <p class="visually-hidden" aria-live="polite">
        {l10n.t(
          'Row {0}, column {1}: {2}',
          cursor.y + 1,
          cursor.x + 1,
          colourName(colourAt(work, size, cursor)),
        )}
      </p>
    </div>
  );
}

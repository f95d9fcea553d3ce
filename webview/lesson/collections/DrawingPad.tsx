import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { PLANE_REACH } from '../../../src/shared/domain/collection';
import type { DrawingAction, DrawingState, PlanePoint } from './drawing';
import { padAction } from './padKeys';
import { useUniqueId } from '../../ui/uniqueId';

/** Width and height in CSS pixels. */
const SIDE = 360;
/** Of a point, in CSS pixels. */
const RADIUS = 2;
/** Half the length of the lines of the keyboard's cross. */
const CROSS = 8;
/** From here to the edge, so that points at the edge are whole. */
const MARGIN = 6;

const SCALE = (SIDE / 2 - MARGIN) / PLANE_REACH;

function toPad([x, y]: PlanePoint): PlanePoint {
  return [SIDE / 2 + SCALE * x, SIDE / 2 - SCALE * y];
}

/** The place on the plane under the pointer, whatever size the pad has on the screen. */
function toPlane(canvas: HTMLCanvasElement, event: PointerEvent): PlanePoint {
  const { left, top, width, height } = canvas.getBoundingClientRect();
  const x = ((event.clientX - left) / width) * SIDE;
  const y = ((event.clientY - top) / height) * SIDE;
  return [(x - SIDE / 2) / SCALE, (SIDE / 2 - y) / SCALE];
}

function paint(canvas: HTMLCanvasElement, { strokes, cursor }: DrawingState): void {
  const context = canvas.getContext('2d');
  if (context === null) {
    return;
  }
  const { color, outlineColor, borderTopColor } = getComputedStyle(canvas);
  const ratio = window.devicePixelRatio;
  canvas.width = canvas.height = Math.round(SIDE * ratio);
  context.scale(ratio, ratio);
  const line = (from: PlanePoint, to: PlanePoint): void => {
    context.beginPath();
    context.moveTo(...from);
    context.lineTo(...to);
    context.stroke();
  };
  context.strokeStyle = borderTopColor;
  line([SIDE / 2, 0], [SIDE / 2, SIDE]);
  line([0, SIDE / 2], [SIDE, SIDE / 2]);
  context.fillStyle = color;
  for (const point of strokes.flat()) {
    context.beginPath();
    context.arc(...toPad(point), RADIUS, 0, 2 * Math.PI);
    context.fill();
  }
  const [x, y] = toPad(cursor);
  context.strokeStyle = outlineColor;
  context.lineWidth = 2;
  line([x - CROSS, y], [x + CROSS, y]);
  line([x, y - CROSS], [x, y + CROSS]);
}

interface DrawingPadProps {
  readonly state: DrawingState;
  readonly onAction: (action: DrawingAction) => void;
}

/** A square on which points are drawn, with the pointer or the keyboard. */
export function DrawingPad({ state, onAction }: DrawingPadProps): JSX.Element {
  const ref = useRef<HTMLCanvasElement>(null);
  const helpId = useUniqueId();
  useEffect(() => {
    if (ref.current !== null) {
      paint(ref.current, state);
    }
  }, [state]);
  const [x, y] = state.cursor;
  return (
    <>
      <canvas
        ref={ref}
        class="drawing-pad"
        width={SIDE}
        height={SIDE}
        tabIndex={0}
        role="application"
        aria-label={l10n.t('Drawing pad')}
        aria-describedby={helpId}
        onKeyDown={(event) => {
          const action = padAction(event);
          if (action !== undefined) {
            event.preventDefault();
            onAction(action);
          }
        }}
        onPointerDown={(event) => {
          if (event.button === 0) {
            event.currentTarget.setPointerCapture(event.pointerId);
            onAction({ type: 'begin', at: toPlane(event.currentTarget, event) });
          }
        }}
        onPointerMove={(event) => {
          if (state.pencil !== undefined && event.buttons !== 0) {
            onAction({ type: 'drawTo', at: toPlane(event.currentTarget, event) });
          }
        }}
        onPointerUp={() => onAction({ type: 'end' })}
        onPointerCancel={() => onAction({ type: 'end' })}
      />
      <p id={helpId} class="drawing-help">
        {l10n.t(
          'Draw with the mouse, or with the keyboard: arrows move the cross, Space drops points, Shift and arrows draw.',
        )}
      </p>
      <p class="visually-hidden" aria-live="polite">
        {l10n.t('Cross at {0}, {1}', x.toFixed(2), y.toFixed(2))}
      </p>
    </>
  );
}

import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { DRAWN_POINTS } from '../../../../src/shared/wire/games';
import { fromPixels, type Place } from '../../plane/view/projection';
import type { GameController } from '../gameController';
import { GamePlane, positionOn } from '../GamePlane';
import { ClearGlyph, FollowGlyph } from '../glyphs';
import { placesOf } from '../places';
import { currentScore, type Forging } from './forging';
import { undoOrRedo } from './paintKeys';
import { pointAt, shownPoints, type PlaceAction, type Placing } from './placing';
import { draftTools } from './draftTools';
import { ToolBar, type ToolButton } from './ToolBar';
import { score } from './words';

interface PointEaselProps {
  readonly placing: Placing;
  readonly forging: Forging;
  readonly games: GameController;
}

/** Steps of the keyboard from the middle to the edge, and how many Shift takes at once. */
const STEPS = 40;
const FAST = 5;

const ARROWS: Readonly<Record<string, Place>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: 1 },
  ArrowDown: { x: 0, y: -1 },
};

/** The plane with the person's points, which are dragged, or moved by keys, and show what he says of each. */
export function PointEasel({ placing, forging, games }: PointEaselProps): JSX.Element {
  const { extent, current } = placing;
  const { work } = shownPoints(placing);
  const places = placesOf(work);
  const scored = currentScore(forging);
  const { look, arrows } = scored ?? {};
  const room = useRef<HTMLDivElement>(null);
  const focusOn = (point: number): void =>
    room.current?.querySelector<HTMLElement>(`[data-point="${point}"]`)?.focus();
  useEffect(() => focusOn(0), []);

  const press = (event: KeyboardEvent): void => {
    const action = keyAction(event, placing);
    if (action !== undefined) {
      event.preventDefault();
      games.placePoint(action);
      if (action.type === 'choose') {
        focusOn(action.point);
      }
    }
  };
  return (
    <div class="easel-side">
      <ToolBar tools={toolsOf(placing, arrows, games.placePoint)} />
      <div class="canvas-place" ref={room}>
        <GamePlane
          extent={extent}
          marks={[]}
          arrows={
            arrows === undefined
              ? []
              : places.map((place, point) => {
                  const { x: dx, y: dy } = pointAt(arrows, point);
                  return { ...place, dx, dy };
                })
          }
          field={
            forging.looks && look?.kind === 'points' ? { cells: look.cells, values: look.field } : undefined
          }
          label={l10n.t('The plane with your {0} points', DRAWN_POINTS)}
        >
          <div class="forged-points" role="group" aria-label={l10n.t('Your points')}>
            {places.map((place, point) => (
              <button
                type="button"
                key={point}
                class={`forged-point ${place.x < 0 ? 'labelled-left' : ''}`}
                data-point={point}
                tabIndex={point === current ? 0 : -1}
                aria-label={pointName(place, point, scored?.probabilities[point])}
                style={positionOn(extent, place)}
                onFocus={() => games.placePoint({ type: 'choose', point })}
                onKeyDown={press}
                onPointerDown={(event) => {
                  if (event.button === 0) {
                    event.currentTarget.setPointerCapture(event.pointerId);
                  }
                }}
                onPointerMove={(event) => {
                  const plane = event.currentTarget.parentElement?.getBoundingClientRect();
                  if (event.buttons !== 0 && plane !== undefined) {
                    const at = { x: event.clientX - plane.left, y: event.clientY - plane.top };
                    const to = fromPixels({ extent, size: plane.width }, at);
                    games.placePoint({ type: 'dragTo', point, to });
                  }
                }}
                onPointerUp={() => games.placePoint({ type: 'end' })}
                onPointerCancel={() => games.placePoint({ type: 'end' })}
              >
                <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
                  <path d="M8 2 14 8 8 14 2 8Z" />
                </svg>
                <span aria-hidden="true">
                  {scored === undefined ? '' : score(scored.probabilities[point] ?? 0)}
                </span>
              </button>
            ))}
          </div>
        </GamePlane>
        <p class="game-keys">
          {l10n.t(
            'Drag a point, or move it with the arrows (Shift: faster). 1 to 8 choose one. An arrow shows which way raises its score.',
          )}
        </p>
      </div>
    </div>
  );
}

function pointName({ x, y }: Place, point: number, probability: number | undefined): string {
  const number = (value: number): string => value.toFixed(2).replace('-', '−');
  const where = l10n.t('Point {0} at {1}, {2}', point + 1, number(x), number(y));
  return probability === undefined ? where : l10n.t('{0}: {1} real', where, score(probability));
}

function keyAction(event: KeyboardEvent, { extent }: Placing): PlaceAction | undefined {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
  if (altKey) {
    return undefined;
  }
  if (ctrlKey || metaKey) {
    return undoOrRedo(key.toLowerCase(), shiftKey);
  }
  const direction = ARROWS[key];
  if (direction !== undefined) {
    const step = (extent / STEPS) * (shiftKey ? FAST : 1);
    return { type: 'nudge', by: { x: direction.x * step, y: direction.y * step } };
  }
  const point = Number(key) - 1;
  return key.length === 1 && point >= 0 && point < DRAWN_POINTS ? { type: 'choose', point } : undefined;
}

function toolsOf(
  { drafts }: Placing,
  arrows: Float32Array | undefined,
  act: (action: PlaceAction) => void,
): ToolButton[] {
  return [
    {
      label: l10n.t('One step along the arrows'),
      glyph: <FollowGlyph />,
      disabled: arrows === undefined,
      onClick: () => {
        if (arrows !== undefined) {
          act({ type: 'follow', arrows });
        }
      },
    },
    ...draftTools(drafts, act),
    { label: l10n.t('Back to the middle'), glyph: <ClearGlyph />, onClick: () => act({ type: 'clear' }) },
  ];
}

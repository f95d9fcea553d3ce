import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useEffect, useReducer, useRef } from 'preact/hooks';
import { fewestSamples, MOST_POINTS } from '../../../src/shared/domain/collection';
import { Button, Slider } from '../../ui/controls';
import type { Drawing } from '../state';
import {
  countPoints,
  draw,
  drawnPoints,
  MOST_SPRAY,
  startDrawing,
  type DrawingAction,
  type DrawingState,
} from './drawing';
import { DrawingPad } from './DrawingPad';

interface DrawingDialogProps {
  readonly drawing: Drawing;
  /** @param points what to train on, x and y in turn; absent when the person gave it up */
  readonly onEnd: (points?: Float32Array<ArrayBuffer>) => void;
}

/** Where sprayed points fall decides nothing that has to come out the same again: the points themselves are kept. */
const reduceDrawing = (state: DrawingState, action: DrawingAction): DrawingState =>
  draw(state, action, Math.random);

function tellCount(count: number): string {
  const fewest = fewestSamples('drawnPoints');
  if (count < fewest) {
    return l10n.t('{0} points; at least {1} are needed.', count, fewest);
  }
  return count < MOST_POINTS
    ? l10n.t('{0} points', count)
    : l10n.t('{0} points; there is no room for more.', count);
}

/** Lets a person draw the points that the forger is to learn from, in a dialog that the browser makes modal. */
export function DrawingDialog({ drawing, onEnd }: DrawingDialogProps): JSX.Element {
  const ref = useRef<HTMLDialogElement>(null);
  const [state, act] = useReducer(reduceDrawing, drawing.points, startDrawing);
  useEffect(() => ref.current?.showModal(), []);
  const count = countPoints(state);
  return (
    <dialog ref={ref} class="drawing-dialog" aria-labelledby="drawing-title" onClose={() => onEnd()}>
      <h2 id="drawing-title">{l10n.t('Draw points')}</h2>
      <DrawingPad state={state} onAction={act} />
      <div class="drawing-spray">
        <span aria-hidden="true">{l10n.t('Points at a time: {0}', state.spray)}</span>
        <Slider
          label={l10n.t('Points at a time')}
          position={state.spray - 1}
          steps={MOST_SPRAY - 1}
          valueText={String(state.spray)}
          onSlide={(position) => act({ type: 'spray', amount: position + 1 })}
          onDone={() => {}}
        />
      </div>
      <p role="status">{tellCount(count)}</p>
      <div class="drawing-buttons">
        <Button
          appearance="primary"
          disabled={count < fewestSamples('drawnPoints')}
          onClick={() => onEnd(drawnPoints(state))}
        >
          {l10n.t('Train on these points')}
        </Button>
        <Button disabled={count === 0} onClick={() => act({ type: 'undo' })}>
          {l10n.t('Undo')}
        </Button>
        <Button disabled={count === 0} onClick={() => act({ type: 'clear' })}>
          {l10n.t('Clear')}
        </Button>
        <Button onClick={() => onEnd()}>{l10n.t('Cancel')}</Button>
      </div>
    </dialog>
  );
}

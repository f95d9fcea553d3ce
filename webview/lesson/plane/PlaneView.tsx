import * as l10n from '@vscode/l10n';
import type { JSX, TargetedKeyboardEvent, TargetedPointerEvent } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Plane } from '../../../src/shared/wire/plane';
import { onThemeChange } from '../../ui/theme';
import { PlanePainter } from './drawing/planePainter';
import type { PlanePicture } from './view/picture';
import { fromPixels, withinView, type Place } from './view/projection';
import { probeText, summaryOf } from './view/words';
import { useUniqueId } from '../../ui/uniqueId';

interface PlaneViewProps {
  readonly picture: PlanePicture;
  readonly plane: Plane;
  /** Changes when another moment is to be shown; equal keys only redraw. */
  readonly moment: string;
  /** Whether the way to this moment is acted out. */
  readonly moves: boolean;
  /** How many times as long it takes. */
  readonly slowness: number;
  readonly onMotionEnd: () => void;
}

/** A person who looks closer: where, and whether by keyboard. */
interface Probe {
  readonly place: Place;
  readonly byKeyboard: boolean;
}

/** Steps of the probe in each direction from the middle to the edge, and how many Shift takes at once. */
const PROBE_STEPS = 40;
const FAST = 5;

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** The plane itself, which a person can ask about any place by pointer or by keyboard. */
export function PlaneView({
  picture,
  plane,
  moment,
  moves,
  slowness,
  onMotionEnd,
}: PlaneViewProps): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const painter = usePainter(canvas);
  const [probe, setProbe] = useState<Probe | undefined>(undefined);
  const hint = useUniqueId();

  const last = useRef<string | undefined>(undefined);
  const ended = useRef(onMotionEnd);
  ended.current = onMotionEnd;
  useLayoutEffect(() => {
    if (last.current === moment) {
      painter.current?.update(picture);
      return;
    }
    last.current = moment;
    painter.current?.show(picture, moves ? { slowness, ended: () => ended.current() } : undefined);
    if (!moves) {
      ended.current();
    }
  }, [picture, moment]);
  useLayoutEffect(() => painter.current?.lookAt(probe?.place), [probe]);

  const projection = painter.current?.projection;
  const text = probe && projection && probeText(picture, plane, projection, probe.place);

  const pointAt = (event: TargetedPointerEvent<HTMLElement>): void => {
    const present = painter.current?.projection;
    if (present !== undefined) {
      const box = event.currentTarget.getBoundingClientRect();
      const scale = box.width / event.currentTarget.offsetWidth;
      const place = fromPixels(present, {
        x: (event.clientX - box.left) / scale,
        y: (event.clientY - box.top) / scale,
      });
      setProbe({ place: withinView(present.extent, place), byKeyboard: false });
    }
  };
  const stopPointing = (): void =>
    setProbe((current) => (current?.byKeyboard === true ? current : undefined));
  const move = (event: TargetedKeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Escape' && probe !== undefined) {
      event.preventDefault();
      setProbe(undefined);
    }
    const direction = ARROWS[event.key];
    if (direction === undefined || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    // The panel's own arrow keys step through the phases.
    event.preventDefault();
    event.stopPropagation();
    const step = (picture.extent / PROBE_STEPS) * (event.shiftKey ? FAST : 1);
    const from = probe?.place ?? { x: 0, y: 0 };
    const to = { x: from.x + direction[0] * step, y: from.y + direction[1] * step };
    setProbe({ place: probe === undefined ? from : withinView(picture.extent, to), byKeyboard: true });
  };

  return (
    <>
      <div class="plane-room">
        <div
          class="plane-square"
          tabIndex={0}
          role="application"
          aria-label={l10n.t('The plane')}
          aria-describedby={hint}
          onPointerMove={pointAt}
          onPointerLeave={stopPointing}
          onKeyDown={move}
          onBlur={() => setProbe(undefined)}
        >
          <canvas ref={canvas} role="img" aria-label={summaryOf(picture)} />
        </div>
      </div>
      <p
        id={hint}
        class={`plane-probe ${text === undefined ? 'idle' : ''}`}
        aria-live={probe?.byKeyboard === true ? 'polite' : 'off'}
      >
        {text ?? l10n.t('Point at a place, or walk with the arrow keys (Shift: faster).')}
      </p>
    </>
  );
}

/** A painter for the canvas, which follows its size and the theme as long as it is there. */
export function usePainter(canvas: { readonly current: HTMLCanvasElement | null }): {
  readonly current: PlanePainter | undefined;
} {
  const painter = useRef<PlanePainter | undefined>(undefined);
  const [, setReady] = useState(false);
  if (painter.current === undefined && canvas.current !== null) {
    painter.current = new PlanePainter(canvas.current);
  }
  useLayoutEffect(() => {
    const { current: element } = canvas;
    const square = element?.parentElement;
    if (element === null || square === null || square === undefined) {
      return;
    }
    const created = (painter.current ??= new PlanePainter(element));
    created.resize(square.clientWidth);
    setReady(true);
    const sizes = new ResizeObserver(() => created.resize(square.clientWidth));
    sizes.observe(square);
    return () => {
      sizes.disconnect();
      created.dispose();
      painter.current = undefined;
    };
  }, []);
  useEffect(() => onThemeChange(() => painter.current?.recolour()), []);
  return painter;
}

import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { usePainter } from '../plane/PlaneView';
import type { ArrowMark, Mark, PlanePicture } from '../plane/view/picture';
import type { Place } from '../plane/view/projection';

interface GamePlaneProps {
  readonly extent: number;
  readonly marks: readonly Mark[];
  readonly arrows?: readonly ArrowMark[];
  /** The inspector's opinion of every place, where it is shown. */
  readonly field?: { readonly cells: number; readonly values: Float32Array } | undefined;
  /** The place that is looked at. */
  readonly target?: Place | undefined;
  /** The picture in words. */
  readonly label: string;
  /** What lies on the plane. */
  readonly children?: ComponentChildren;
}

/** The plane of a game: points, arrows and opinions, drawn as on the stage. */
export function GamePlane(props: GamePlaneProps): JSX.Element {
  const { extent, marks, arrows = [], field, target, label, children } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const painter = usePainter(canvas);
  useLayoutEffect(() => {
    const picture: PlanePicture = {
      scene: 'between',
      extent,
      cells: field?.cells ?? 1,
      field: field?.values,
      hasJudged: true,
      marks,
      sheet: undefined,
      arrows,
      optimal: undefined,
      gap: undefined,
    };
    painter.current?.show(picture);
  });
  return (
    <div class="game-plane">
      <canvas ref={canvas} role="img" aria-label={label} />
      {target !== undefined && (
        <i class="plane-target" style={positionOn(extent, target)} aria-hidden="true" />
      )}
      {children}
    </div>
  );
}

/** A place as shares of the plane's sides, for what lies on it. */
export function positionOn(extent: number, { x, y }: Place): Record<'--at-x' | '--at-y', number> {
  return { '--at-x': (x + extent) / (2 * extent), '--at-y': (extent - y) / (2 * extent) };
}

import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useContext, useMemo, useRef } from 'preact/hooks';
import type { Plane, PlaneLayer } from '../../../src/shared/wire/plane';
import { afterPhase, comparePositions, type Position } from '../../../src/shared/domain/phases';
import type { Region } from '../../../src/shared/domain/regions';
import type { RunFrame } from '../../../src/shared/wire/run';
import { PlayIcon } from '../../ui/icons';
import { prefersReducedMotion } from '../../ui/motion';
import { LitContext } from '../litRegions';
import { ChooseRegionContext, RegionFrame, RegionHeading } from '../stage/RegionFrame';
import { LayerBar } from './LayerBar';
import { Noise, PlaneForger, PlaneInspector } from './PlaneActors';
import { PlaneView } from './PlaneView';
import { pictureOf, planeSceneOf } from './view/picture';
import { regionsOnPlane } from './view/regions';
import './plane.css';

interface PlaneStageProps {
  readonly frame: RunFrame | undefined;
  /** `none`: reduced motion. */
  readonly motion: 'full' | 'none';
  /** How many times as long the motion takes. */
  readonly slowness: number;
  readonly layers: readonly PlaneLayer[];
  readonly onShowLayers: (layers: readonly PlaneLayer[]) => void;
  readonly onChooseRegion: (region: Region) => void;
  /** The button of the very first view; absent where there is nothing to invite to. */
  readonly onFirstRound: (() => void) | undefined;
  readonly onMotionEnd: () => void;
}

/** The stage of a run on points: the sheet of noise, the forger who bends it, the plane, and the inspector. */
export function PlaneStage(props: PlaneStageProps): JSX.Element {
  const { frame, layers, onChooseRegion, onShowLayers, onFirstRound } = props;
  const lit = useContext(LitContext);
  const litOnPlane = useMemo(() => ({ ...lit, regions: regionsOnPlane(lit.regions) }), [lit]);
  const scene = frame === undefined ? 'start' : planeSceneOf(frame);
  const { plane } = frame ?? {};
  return (
    <ChooseRegionContext.Provider value={onChooseRegion}>
      <LitContext.Provider value={litOnPlane}>
        <div id="stage" class="on-plane" role="group" aria-label={l10n.t('The stage')} data-scene={scene}>
          <div class="plane-scene">
            <Noise latentSize={plane?.sheet?.latentSize} />
            <PlaneForger frame={frame} scene={scene} />
            <RegionFrame region="verdict" label={l10n.t('Plane')} class="plane-region">
              <RegionHeading region="verdict" quiet>
                {l10n.t('Plane')}
              </RegionHeading>
              <LayerBar layers={layers} onShowLayers={onShowLayers} />
              {frame === undefined || plane === undefined ? (
                <div class="plane-room">
                  <div class="plane-square absent" />
                </div>
              ) : (
                <Shown {...props} frame={frame} plane={plane} />
              )}
              {scene === 'start' && onFirstRound !== undefined && (
                <div class="invitation plane-invitation">
                  <button type="button" class="first-round" onClick={onFirstRound}>
                    <PlayIcon /> {l10n.t('Watch the first round')}
                  </button>
                </div>
              )}
            </RegionFrame>
            <PlaneInspector frame={frame} />
          </div>
        </div>
      </LitContext.Provider>
    </ChooseRegionContext.Provider>
  );
}

interface ShownProps extends PlaneStageProps {
  readonly frame: RunFrame;
  readonly plane: Plane;
}

/** The plane of one frame. A step of a single phase is acted out, anything else is shown at once. */
function Shown({ frame, plane, layers, motion, slowness, onMotionEnd }: ShownProps): JSX.Element {
  const picture = useMemo(() => pictureOf(frame, plane, layers), [frame, layers]);
  const last = useRef<{ readonly position: Position; readonly stepped: boolean } | undefined>(undefined);
  const { position } = frame;
  const before = last.current;
  if (before === undefined || comparePositions(before.position, position) !== 0) {
    const stepped =
      before !== undefined &&
      !frame.wholeRounds &&
      comparePositions(afterPhase(before.position), position) === 0;
    last.current = { position, stepped };
  }
  const moves = last.current?.stepped === true && motion === 'full' && !prefersReducedMotion();
  return (
    <PlaneView
      picture={picture}
      plane={plane}
      moment={`${position.round}.${position.phasesDone}`}
      moves={moves}
      slowness={slowness}
      onMotionEnd={onMotionEnd}
    />
  );
}

import * as l10n from '@vscode/l10n';
import { useLitRegion } from '../litRegions';
import type { ComponentChildren, JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { START, shownRound } from '../../../src/shared/domain/phases';
import type { SamplesAtRound, RunFrame } from '../../../src/shared/wire/run';
import { BranchGlyph } from '../../ui/controlIcons';
import { Button } from '../../ui/controls';
import { NextIcon, PreviousIcon } from '../../ui/icons';
import { PointsTile } from '../plane/PointsTile';
import { viewBoxOf } from '../plane/view/film';
import { Tile } from '../stage/Tile';
import { hintSize } from '../stage/view/hintWords';
import { RoundSlider } from './RoundSlider';
import { goingOnText, isLookingBack } from './timeTravel';
import { TRACK_CELLS, placeOfRound, trackCells, type TrackCell } from './track';
import './track.css';

interface TrackActions {
  goTo(round: number): void;
  backToNow(): void;
  branch(): void;
}

interface FilmTrackProps {
  /** Absent while the worker prepares: the real layout, with outlines where pictures will be. */
  readonly frame: RunFrame | undefined;
  readonly onPlane: boolean;
  /** Film of the whole run. */
  readonly film: readonly SamplesAtRound[];
  /** Which of the latent vectors that stay the same through the run. */
  readonly cell: number;
  readonly onShowCell: (cell: number) => void;
  readonly actions: TrackActions;
}

/** What the same noise gave through the rounds, with the slider on which every round lies below its picture. */
export function FilmTrack(props: FilmTrackProps): JSX.Element {
  const { frame, onPlane, film, cell, onShowCell, actions } = props;
  const cells = useMemo(() => (frame === undefined ? [] : trackCells(frame, film)), [frame, film]);
  const lookingBack = frame !== undefined && isLookingBack(frame);
  const [wantsHints, setWantsHints] = useState(true);
  const showsHints = wantsHints && !onPlane;
  return (
    <div
      id="timeline"
      class={`film track ${lookingBack ? 'looking-back' : ''} ${showsHints ? 'with-hints' : ''}`}
      {...useLitRegion('timeline')}
      role="group"
      aria-label={l10n.t('Time line')}
      {...(frame !== undefined && { style: { '--pixels': frame.fixedSamples.size } })}
    >
      <div class="strip">
        <div
          {...useLitRegion('filmstrip')}
          role="group"
          aria-label={
            onPlane
              ? l10n.t('The forged points of the same noise through the rounds')
              : l10n.t('The same noise, painted through the rounds')
          }
        >
          <Strip cells={cells} onPlane={onPlane} showsHints={showsHints} cell={cell} onGoTo={actions.goTo} />
        </div>
        <Slider frame={frame} cells={cells} actions={actions} />
        <p class="track-note">
          {lookingBack
            ? goingOnText(frame)
            : cells.length > 1 && l10n.t('Choose a picture to look back at its round.')}
        </p>
      </div>
      <div class="ways">
        {!onPlane && (
          <>
            <NoiseChoice cell={cell} count={frame?.fixedSamples.count ?? 0} onShowCell={onShowCell} />
            <button
              type="button"
              class="show-hints"
              aria-pressed={wantsHints}
              data-tip={l10n.t('Below each picture: the hint of the inspector for it')}
              onClick={() => setWantsHints(!wantsHints)}
            >
              {l10n.t('His hints')}
            </button>
          </>
        )}
        <Button
          class="to-now"
          appearance={lookingBack ? 'primary' : 'secondary'}
          disabled={!lookingBack}
          tip={l10n.t('Back to now (End)')}
          onClick={actions.backToNow}
        >
          {l10n.t('Back to now')}
        </Button>
        <Button
          class="branch"
          disabled={!lookingBack}
          tip={l10n.t('Branch from here (B)')}
          onClick={actions.branch}
        >
          {l10n.t('Branch here')}
        </Button>
      </div>
    </div>
  );
}

interface StripProps {
  readonly cells: readonly TrackCell[];
  readonly onPlane: boolean;
  /** Below each picture what the inspector would have changed in it. */
  readonly showsHints: boolean;
  readonly cell: number;
  readonly onGoTo: (round: number) => void;
}

function Strip({ cells, onPlane, showsHints, cell, onGoTo }: StripProps): JSX.Element {
  const box = useMemo(() => viewBoxOf(cells.map(({ film }) => film?.points ?? [])), [cells]);
  const tile = (film: SamplesAtRound | undefined, label?: string): JSX.Element =>
    onPlane ? (
      <PointsTile points={film?.points} box={box} label={label} />
    ) : (
      <>
        <Tile pictures={film?.pictures} index={cell} {...(label !== undefined && { label })} />
        {showsHints && <HintTile film={film} cell={cell} labelled={label !== undefined} />}
      </>
    );
  return (
    <ol id="filmstrip">
      {cells.map(({ round, film, kind }, place) => (
        <li key={place} class={kind} {...(kind === 'now' && { 'aria-current': 'true' as const })}>
          {kind === 'now' ? (
            tile(film, l10n.t('Round {0}', round))
          ) : (
            <button
              type="button"
              class="film-frame"
              aria-label={l10n.t('Go to round {0}', round)}
              data-tip={showsHints ? hintTip(film, cell) : undefined}
              onClick={() => onGoTo(round)}
            >
              {tile(film)}
            </button>
          )}
          <span class={kind === 'now' ? 'short' : ''} aria-hidden="true">
            {round}
          </span>
          {kind === 'now' && (
            <span class="long" aria-hidden="true">
              {l10n.t('{0} now', round)}
            </span>
          )}
        </li>
      ))}
      {Array.from({ length: Math.max(0, TRACK_CELLS - cells.length) }, (_, place) => (
        <li key={cells.length + place} class="hole" aria-hidden="true">
          {tile(undefined)}
        </li>
      ))}
    </ol>
  );
}

interface HintTileProps {
  readonly film: SamplesAtRound | undefined;
  readonly cell: number;
  readonly labelled: boolean;
}

/** The hint for a picture of the strip; outlined where none was recorded. */
function HintTile({ film, cell, labelled }: HintTileProps): JSX.Element {
  const label = labelled ? hintTip(film, cell) : undefined;
  return (
    <span class="hint-tile">
      <Tile pictures={film?.hints?.pictures} index={cell} {...(label !== undefined && { label })} />
    </span>
  );
}

/** How large the hint for a picture of the strip was; absent where none was recorded. */
function hintTip(film: SamplesAtRound | undefined, cell: number): string | undefined {
  const norm = film?.hints?.norms[cell];
  return norm === undefined ? undefined : l10n.t('His hint, {0}', hintSize(norm));
}

interface SliderProps {
  readonly frame: RunFrame | undefined;
  readonly cells: readonly TrackCell[];
  readonly actions: TrackActions;
}

function Slider({ frame, cells, actions }: SliderProps): JSX.Element {
  const rounds = cells.map(({ round }) => round);
  const branches = (frame?.events ?? []).flatMap((event) => (event.kind === 'branch' ? [event.round] : []));
  return (
    <div class="slider-place">
      <RoundSlider
        rounds={rounds}
        round={shownRound(frame?.position ?? START)}
        onGoTo={actions.goTo}
        onNow={actions.backToNow}
      />
      {[...new Set(branches)].map((round) => (
        <Mark key={round} at={placeOfRound(rounds, round) / (TRACK_CELLS - 1)}>
          <BranchGlyph />
        </Mark>
      ))}
    </div>
  );
}

function Mark({ at, children }: { readonly at: number; readonly children: ComponentChildren }): JSX.Element {
  return (
    <i class="track-mark" style={{ '--at': at }} aria-hidden="true">
      {children}
    </i>
  );
}

interface NoiseChoiceProps {
  readonly cell: number;
  readonly count: number;
  readonly onShowCell: (cell: number) => void;
}

/** Which of the latent vectors the strip follows. */
function NoiseChoice({ cell, count, onShowCell }: NoiseChoiceProps): JSX.Element {
  const turn = (by: number): void => onShowCell((cell + by + count) % count);
  return (
    <div class="film-choice">
      <button
        type="button"
        disabled={count < 2}
        aria-label={l10n.t('Previous noise')}
        onClick={() => turn(-1)}
      >
        <PreviousIcon />
      </button>
      <span>{l10n.t('noise {0} of {1}', cell + 1, Math.max(1, count))}</span>
      <button type="button" disabled={count < 2} aria-label={l10n.t('Next noise')} onClick={() => turn(1)}>
        <NextIcon />
      </button>
    </div>
  );
}

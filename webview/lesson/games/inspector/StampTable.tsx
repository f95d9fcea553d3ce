import * as l10n from '@vscode/l10n';
import type { JSX, TargetedKeyboardEvent } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Dealt } from '../../../../src/shared/wire/games';
import { Button } from '../../../ui/controls';
import { MaskBadge, SealBadge } from '../../../ui/icons';
import { Inspector } from '../../stage/characters/Inspector';
import { Tile } from '../../stage/Tile';
import type { Mood } from '../../stage/view/moods';
import type { GameController } from '../gameController';
import { UndoGlyph } from '../glyphs';
import { tileSide } from '../tileSide';
import { cardCount, isComplete, stampedCount, type Inspection, type Stamp } from './inspection';
import { stampIntent } from './stampKeys';
import { describeCard } from './words';
import type { Mark } from '../../plane/view/picture';
import { withinView } from '../../plane/view/projection';
import { GamePlane } from '../GamePlane';
import { placesOf } from '../places';

interface StampTableProps {
  readonly inspection: Inspection;
  readonly dealt: Dealt;
  readonly mood: Mood;
  readonly games: GameController;
}

/** Room for the picture that is looked at and for those in the row below it, in CSS pixels. */
const LARGE = 256;
const SMALL = 40;

/** The samples lie face up, one is looked at, and gets its stamp. Nothing here knows what is real. */
export function StampTable({ inspection, dealt, mood, games }: StampTableProps): JSX.Element {
  const { current, stamps } = inspection;
  const { samples, round, total } = dealt;
  const table = useRef<HTMLDivElement>(null);
  const complete = isComplete(inspection);
  const focusOn = (selectors: string): void => table.current?.querySelector<HTMLElement>(selectors)?.focus();
  useEffect(() => focusOn('.small-card'), []);
  useEffect(() => {
    // The button takes the focus only once its element knows that it is enabled, which it learns with the next frame.
    const frame = complete ? requestAnimationFrame(() => focusOn('.reveal')) : 0;
    return () => cancelAnimationFrame(frame);
  }, [complete]);
  // Who walks by keyboard stays on the sample that is looked at.
  useEffect(() => {
    if (document.activeElement?.matches('.small-card') === true) {
      focusOn('[aria-current=true]');
    }
  }, [current]);

  const obey = (event: TargetedKeyboardEvent<HTMLElement>): void => {
    const { target } = event;
    // On a stamp, Enter stamps.
    if (event.key === 'Enter' && complete && target instanceof Element && !target.matches('.stamp, .undo')) {
      event.preventDefault();
      games.reveal();
      return;
    }
    const intent = stampIntent(event);
    if (intent === undefined) {
      return;
    }
    event.preventDefault();
    switch (intent.kind) {
      case 'stamp':
        return games.stamp(intent.stamp);
      case 'undo':
        return games.undoStamp();
      case 'look':
        return games.look((current + intent.by + stamps.length) % stamps.length);
    }
  };
  const stampButton = (stamp: Stamp): JSX.Element => (
    <button
      type="button"
      class={`stamp ${stamp}`}
      aria-pressed={stamps[current] === stamp}
      onClick={() => games.stamp(stamp)}
    >
      {stamp === 'real' ? <SealBadge size={24} /> : <MaskBadge size={24} />}
      <b>{stamp === 'real' ? l10n.t('Real') : l10n.t('Fake')}</b>
      <kbd>{stamp === 'real' ? '→' : '←'}</kbd>
    </button>
  );
  const left = stamps.length - stampedCount(inspection);
  return (
    <div ref={table} class="stamp-table" onKeyDown={obey}>
      <p class="game-intro">
        {samples.kind === 'pictures'
          ? l10n.t(
              'These {0} pictures are from the pile of round {1}, which has {2}. Some come from the museum, some from the forger: how many of each is left to chance. You judge first, then he does.',
              stamps.length,
              round,
              total,
            )
          : l10n.t(
              'All {1} points are from the pile of round {0}: real ones and forged ones. Judge {2} of them by where they lie, as the inspector must: he sees nothing but two numbers.',
              round,
              total,
              stamps.length,
            )}
      </p>
      <div class="judging">
        {samples.kind === 'pictures' ? (
          <figure class="judged-picture">
            <div class="wood" style={{ '--side': `${tileSide(samples.pictures.size, LARGE)}px` }}>
              <Tile pictures={samples.pictures} index={current} label={describeCard(inspection, current)} />
              <PrintedStamp stamp={stamps[current]} />
            </div>
            <figcaption>{l10n.t('{0} of {1}', current + 1, cardCount(dealt))}</figcaption>
          </figure>
        ) : (
          <PointTable inspection={inspection} samples={samples} />
        )}
        <div class="game-figure">
          <p class="bubble">{l10n.t('You first. Then me.')}</p>
          <Inspector mood={mood} fooled={false} />
        </div>
      </div>
      <div class="stamps" role="group" aria-label={l10n.t('Your stamp')}>
        {stampButton('forged')}
        <Button
          class="undo"
          appearance="icon"
          disabled={inspection.trail.length === 0}
          label={l10n.t('Take the last stamp back')}
          tip={l10n.t('Take the last stamp back (Backspace)')}
          onClick={games.undoStamp}
        >
          <UndoGlyph />
        </Button>
        {stampButton('real')}
      </div>
      <ul class="card-row" aria-label={l10n.t('The samples')}>
        {stamps.map((stamp, card) => (
          <li key={card}>
            <button
              type="button"
              class="small-card"
              tabIndex={card === current ? 0 : -1}
              aria-current={card === current}
              aria-label={describeCard(inspection, card)}
              onClick={() => games.look(card)}
            >
              {samples.kind === 'pictures' ? (
                <span class="small-tile" style={{ '--side': `${tileSide(samples.pictures.size, SMALL)}px` }}>
                  <Tile pictures={samples.pictures} index={card} />
                </span>
              ) : (
                <span class="small-number">{card + 1}</span>
              )}
              <PrintedStamp stamp={stamp} />
            </button>
          </li>
        ))}
      </ul>
      <div class="game-next">
        {/* A fresh one: the toolkit enables a button only with the next frame, and till then it takes no focus. */}
        <Button
          key={String(complete)}
          class="reveal"
          appearance="primary"
          disabled={!complete}
          onClick={games.reveal}
        >
          {complete ? l10n.t('Reveal the truth') : l10n.t('{0} to go', left)}
        </Button>
        <p class="game-keys">
          {l10n.t(
            'Left arrow or F: fake. Right arrow or R: real. Up and down: look at another. Backspace: take back.',
          )}
        </p>
      </div>
    </div>
  );
}

/** What the person says of a sample, printed askew as stamps are. */
function PrintedStamp({ stamp }: { readonly stamp: Stamp | undefined }): JSX.Element | null {
  return stamp === undefined ? null : (
    <span class={`printed ${stamp}`} aria-hidden="true">
      {stamp === 'real' ? <SealBadge size={18} /> : <MaskBadge size={18} />}
    </span>
  );
}

interface PointTableProps {
  readonly inspection: Inspection;
  readonly samples: Extract<Dealt['samples'], { kind: 'points' }>;
}

/**
 * The pile on the plane. All points look alike; those with a stamp look as the person says, so that one's own border
 * between real and fake comes into sight.
 */
function PointTable({ inspection, samples }: PointTableProps): JSX.Element {
  const { current, stamps } = inspection;
  const points = placesOf(samples.points);
  const marks: Mark[] = [
    ...placesOf(samples.others).map((place): Mark => ({ ...place, kind: 'unknown', isNew: false })),
    ...points.map((place, card): Mark => ({ ...place, kind: stamps[card] ?? 'unknown', isNew: false })),
  ];
  return (
    <figure class="judged-point">
      <GamePlane
        extent={samples.extent}
        marks={marks}
        target={points[current] && withinView(samples.extent, points[current])}
        label={describeCard(inspection, current)}
      />
      <figcaption>{l10n.t('{0} of {1}: the one in the circle', current + 1, points.length)}</figcaption>
    </figure>
  );
}

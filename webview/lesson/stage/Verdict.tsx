import * as l10n from '@vscode/l10n';
import type { JSX, TargetedKeyboardEvent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { MaskBadge, PlayIcon, SealBadge } from '../../ui/icons';
import { LitNumber, RegionFrame, RegionHeading, useLitClass } from './RegionFrame';
import { alongTheRuler, type CardView } from './view/cards';
import { ROWS } from './view/placement';
import type { Scene } from './view/scene';
import { percent, verdict } from '../../ui/l10n';
import { Tile } from './Tile';
import { cardName } from './view/words';

/** How long the studio may prepare before it says so, in milliseconds; less would only flash. */
const PATIENCE = 400;

interface VerdictProps {
  /** The networks exist. */
  readonly prepared: boolean;
  readonly scene: Scene;
  readonly cards: readonly CardView[];
  /** Absent where there is nothing to invite to: while a run comes back, and while a person looks back. */
  readonly onFirstRound: (() => void) | undefined;
}

/** The ruler from 0 to 100 % real, with a card for every picture that the inspector judged. */
export function Verdict({ prepared, scene, cards, onFirstRound }: VerdictProps): JSX.Element {
  return (
    <RegionFrame
      region="verdict"
      label={l10n.t('Verdict: how real does each picture look to the inspector?')}
      class="verdict"
    >
      <RegionHeading region="verdict" quiet>
        {l10n.t('Verdict')}
      </RegionHeading>
      <Cards cards={cards} />
      {!prepared && <Preparing />}
      {onFirstRound !== undefined && scene === 'start' && (
        <div class="invitation">
          <button type="button" class="first-round" onClick={onFirstRound}>
            <PlayIcon /> {l10n.t('Watch the first round')}
          </button>
        </div>
      )}
      <Leaders cards={cards} />
      <Axis cards={cards} />
    </RegionFrame>
  );
}

function Cards({ cards }: { readonly cards: readonly CardView[] }): JSX.Element {
  const [walked, setWalked] = useState<number>();
  const order = alongTheRuler(cards);
  const current = walked !== undefined && order.includes(walked) ? walked : order[0];

  const walk = (event: TargetedKeyboardEvent<HTMLUListElement>): void => {
    const at = current === undefined ? -1 : order.indexOf(current);
    const steps: Record<string, number> = {
      ArrowLeft: at - 1,
      ArrowDown: at - 1,
      ArrowRight: at + 1,
      ArrowUp: at + 1,
      Home: 0,
      End: order.length - 1,
    };
    const next = order[Math.max(0, Math.min(order.length - 1, steps[event.key] ?? -1))];
    if (event.key in steps && next !== undefined) {
      // The panel's own arrow keys step through the phases.
      event.preventDefault();
      event.stopPropagation();
      setWalked(next);
      event.currentTarget.querySelector<HTMLElement>(`[data-card="${next}"]`)?.focus();
    }
  };

  return (
    <div class="cards-room">
      {cards.length === 0 && <EmptyPlaces />}
      <i class="middle" aria-hidden="true" />
      <ul
        class={`cards region ${useLitClass('truth')}`}
        data-region="truth"
        aria-label={l10n.t('Judged pictures')}
        onKeyDown={walk}
        onFocusIn={(event) => {
          const card = event.target instanceof HTMLElement ? event.target.dataset['card'] : undefined;
          setWalked(card === undefined ? undefined : Number(card));
        }}
      >
        {cards.map((card) => (
          <Card
            key={card.index}
            card={card}
            rank={order.indexOf(card.index)}
            inTabOrder={card.index === current}
          />
        ))}
      </ul>
      <LitNumber region="truth" />
    </div>
  );
}

/** Outlines in a row while nothing was judged. */
const EMPTY_COLUMNS = 8;

/** Where the cards will lie. */
function EmptyPlaces(): JSX.Element {
  return (
    <div class="places" aria-hidden="true">
      {Array.from({ length: EMPTY_COLUMNS * ROWS }, (_, place) => (
        <i key={place} />
      ))}
    </div>
  );
}

function Preparing(): JSX.Element | null {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  return late ? (
    <div class="invitation">
      <p class="preparing">{l10n.t('Preparing the studio…')}</p>
    </div>
  ) : null;
}

/** Cards farther than this from their ticks, as a share of the ruler, are led to them by a line. */
const LED = 0.008;

/** Thin lines from the cards that had to make room to their exact ticks. */
function Leaders({ cards }: { readonly cards: readonly CardView[] }): JSX.Element {
  const lines = cards
    .filter(({ place, probability }) => Math.abs(place.at - probability) > LED)
    .map(({ place, probability }) => `M${(100 * place.at).toFixed(2)} 0L${(100 * probability).toFixed(2)} 10`)
    .join('');
  return (
    <svg class="leaders" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <path d={lines} />
    </svg>
  );
}

function Axis({ cards }: { readonly cards: readonly CardView[] }): JSX.Element {
  return (
    <div class="axis" aria-hidden="true">
      <div class="axis-bar">
        {cards.map(({ index, before }) =>
          before === undefined ? null : (
            <i class="tick ghost" key={`before ${index}`} style={{ '--at': before }} />
          ),
        )}
        {cards.map(({ index, probability }) => (
          <i class="tick" key={index} data-tick={index} style={{ '--at': probability }} />
        ))}
      </div>
      <div class="axis-ends">
        <span>
          <MaskBadge size={18} /> {l10n.t('{0} surely fake', percent(0))}
        </span>
        <span class="axis-middle">{percent(0.5)}</span>
        <span>
          {l10n.t('{0} surely real', percent(1))} <SealBadge size={18} />
        </span>
      </div>
    </div>
  );
}

interface CardProps {
  readonly card: CardView;
  /** From the left; in a crowd each lies over the next. */
  readonly rank: number;
  readonly inTabOrder: boolean;
}

/** A judged picture at its place above the ruler. Its class names tell the truth only once `card.truth` does. */
function Card({ card, rank, inTabOrder }: CardProps): JSX.Element {
  const { index, pictures, probability, place, truth, wrong, below } = card;
  return (
    <li
      class={`card ${truth ?? 'unknown'} ${wrong ? 'wrong' : ''}`}
      style={{ '--at': place.at, '--row': place.row, '--rank': rank }}
      data-card={index}
      tabIndex={inTabOrder ? 0 : -1}
      aria-label={cardName(card)}
    >
      <span class="card-frame">
        <Tile pictures={pictures} index={index} />
        {truth !== undefined && <i class="truth-frame" />}
        {truth === 'real' && <SealBadge />}
        {truth === 'forged' && <MaskBadge />}
      </span>
      {below !== undefined && <Tile pictures={below} index={index} class="below" />}
      <span class="card-foot" aria-hidden="true">
        <b class="plate-number" data-text={verdict(probability)}>
          {verdict(probability)}
        </b>
      </span>
    </li>
  );
}

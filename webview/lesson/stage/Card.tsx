import type { JSX } from 'preact';
import { MaskBadge, SealBadge } from '../../ui/icons';
import { verdict } from '../../ui/l10n';
import { Tile } from './Tile';
import type { CardView } from './view/cards';
import { cardName } from './view/words';

interface CardProps {
  readonly card: CardView;
  /** From the left; in a crowd each lies over the next. */
  readonly rank: number;
  readonly inTabOrder: boolean;
}

/** A judged picture at its place above the ruler. Its class names tell the truth only once `card.truth` does. */
export function Card({ card, rank, inTabOrder }: CardProps): JSX.Element {
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

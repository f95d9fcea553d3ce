import type { JSX } from 'preact';
import { Arrow, MaskBadge, SealBadge } from '../../ui/icons';
import { verdict } from '../../ui/l10n';
import { Tile } from './Tile';
import type { CardView } from './view/cards';
import { cardName } from './view/words';

interface CardProps {
  readonly card: CardView;
  readonly inTabOrder: boolean;
  /** The score's gradient is on its way back: the picture shall move towards real. */
  readonly pushed: boolean;
}

/** A judged picture at its place above the ruler. Its class names tell the truth only once `card.truth` does. */
export function Card({ card, inTabOrder, pushed }: CardProps): JSX.Element {
  const { index, pictures, probability, place, truth, wrong } = card;
  return (
    <li
      class={`card ${truth ?? 'unknown'} ${wrong ? 'wrong' : ''}`}
      style={{ '--column': place.column, '--row': place.row }}
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
      <span class="card-foot" aria-hidden="true">
        <b class="plate-number" data-text={verdict(probability)}>
          {verdict(probability)}
        </b>
        {pushed && <Arrow length={16} name="push" />}
      </span>
    </li>
  );
}

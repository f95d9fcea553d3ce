import * as l10n from '@vscode/l10n';
import type { JSX, TargetedKeyboardEvent } from 'preact';
import { useState } from 'preact/hooks';
import type { Pictures } from '../../../../src/shared/wire/run';
import { MaskBadge, SealBadge } from '../../../ui/icons';
import { percent, verdict } from '../../../ui/l10n';
import { placeCards } from '../../stage/view/placement';
import { Tile } from '../../stage/Tile';
import { tileSide } from '../tileSide';
import type { JudgedCard, Stamp } from './inspection';
import { describeJudged } from './words';

interface JudgedRulerProps {
  readonly cards: readonly JudgedCard[];
  /** Absent for points, which are known by their numbers. */
  readonly pictures: Pictures | undefined;
  /** A card is looked at; `undefined`: none any more. */
  readonly onLook: (card: number | undefined) => void;
}

/** Room for a picture in a wide, a middling and a narrow panel, in CSS pixels. */
const WIDE_SIDE = 64;
const SIDE = 48;
const NARROW_SIDE = 32;

/** Every sample where the inspector put it, from 0 to 100 % real, framed by the truth, with his score and one's stamp. */
export function JudgedRuler({ cards, pictures, onLook }: JudgedRulerProps): JSX.Element {
  const [walked, setWalked] = useState<number | undefined>(undefined);
  const places = placeCards(cards.map(({ probability }) => probability));
  const atOf = (card: number): number => places[card]?.at ?? 0;
  const order = cards.map(({ card }) => card).toSorted((a, b) => atOf(a) - atOf(b) || a - b);
  const current = walked ?? order[0];
  const walk = (event: TargetedKeyboardEvent<HTMLUListElement>): void => {
    const at = current === undefined ? 0 : order.indexOf(current);
    const steps: Record<string, number> = {
      ArrowLeft: at - 1,
      ArrowUp: at - 1,
      ArrowRight: at + 1,
      ArrowDown: at + 1,
      Home: 0,
      End: order.length - 1,
    };
    const step = steps[event.key];
    const next = step === undefined ? undefined : order[Math.max(0, Math.min(order.length - 1, step))];
    if (next !== undefined) {
      event.preventDefault();
      event.currentTarget.querySelector<HTMLElement>(`[data-card="${next}"]`)?.focus();
    }
  };
  const look = (card: number | undefined): void => {
    if (card !== undefined) {
      setWalked(card);
    }
    onLook(card);
  };
  return (
    <div class="judged-ruler">
      <p class="ruler-note">
        {l10n.t('Sorted by his score. Below each: his score, your call. Highlighted = wrong.')}
      </p>
      <ul class="judged-cards" aria-label={l10n.t('Judged samples')} onKeyDown={walk}>
        {cards.map((card) => (
          <li
            key={card.card}
            class={`judged-card ${card.truth}`}
            style={{
              '--at': atOf(card.card),
              '--row': places[card.card]?.row ?? 0,
              '--rank': order.indexOf(card.card),
            }}
            data-card={card.card}
            tabIndex={card.card === current ? 0 : -1}
            aria-label={describeJudged(card)}
            onFocus={() => look(card.card)}
            onBlur={() => look(undefined)}
            onPointerEnter={() => onLook(card.card)}
            onPointerLeave={() => onLook(undefined)}
          >
            <span class="judged-frame">
              {pictures === undefined ? (
                <span class="small-number">{card.card + 1}</span>
              ) : (
                <span
                  class="small-tile"
                  style={{
                    '--wide-side': `${tileSide(pictures.size, WIDE_SIDE)}px`,
                    '--side': `${tileSide(pictures.size, SIDE)}px`,
                    '--narrow-side': `${tileSide(pictures.size, NARROW_SIDE)}px`,
                  }}
                >
                  <Tile pictures={pictures} index={card.card} />
                </span>
              )}
              <Sign of={card.truth} size={18} />
            </span>
            <span class={`plate ${card.heIsRight ? '' : 'mistake'}`}>{verdict(card.probability)}</span>
            <span class={`plate yours ${card.youAreRight ? '' : 'mistake'}`}>
              {l10n.t('you')} <Sign of={card.yours} size={13} />
            </span>
          </li>
        ))}
      </ul>
      <div class="ruler-axis" aria-hidden="true">
        <div class="axis-bar">
          {cards.map(({ card, probability }) => (
            <i class="tick" key={card} style={{ '--at': probability }} />
          ))}
        </div>
        <div class="axis-ends">
          <span>
            <MaskBadge size={16} /> {l10n.t('{0} surely fake', percent(0))}
          </span>
          <span>{percent(0.5)}</span>
          <span>
            {l10n.t('{0} surely real', percent(1))} <SealBadge size={16} />
          </span>
        </div>
      </div>
    </div>
  );
}

function Sign({ of, size }: { readonly of: Stamp; readonly size: number }): JSX.Element {
  return of === 'real' ? <SealBadge size={size} /> : <MaskBadge size={size} />;
}

import { unreachable } from '../../../../src/shared/result';
import type { Phase } from '../../../../src/shared/domain/phases';
import type { MotionGroup } from '../../../ui/motion';
import { alongTheRuler, rowsOf, type CardView } from '../view/cards';
import { ROWS, placeCards } from '../view/placement';
import { verdict } from '../../../ui/l10n';

/** What is to be acted out. The stage already looks as it does at the end. All times are in milliseconds. */
interface Performance {
  readonly phase: Phase;
  readonly stage: HTMLElement;
  readonly cards: readonly CardView[];
  readonly group: MotionGroup;
}

/** Starts the movements of one phase; they take no longer than `phaseDuration`. */
export function playPhase(performance: Performance): void {
  switch (performance.phase) {
    case 'drawReal':
      return drawReal(performance);
    case 'forge':
      return forge(performance);
    case 'judge':
      return judge(performance);
    case 'reveal':
      return reveal(performance);
    case 'trainDiscriminator':
      straightenBeret(performance);
      return glide(performance, 600);
    case 'forgeAgain':
      return forgeAgain(performance);
    case 'trainGenerator':
      fadeEasel(performance);
      return glide(performance, 600);
    default:
      return unreachable(performance.phase);
  }
}

/** Frames glow in turn; copies travel through the green pipe and land on the pile. */
function drawReal({ stage, group }: Performance): void {
  stage.querySelectorAll('.wall .wooden-frame').forEach((frame, turn) => {
    const glow = [{ transform: 'none' }, { transform: 'scale(1.08)' }, { transform: 'none' }];
    group.play(frame, glow, { duration: 200, delay: 45 * turn });
  });
  const pipe = stage.querySelector('.museum-pipe');
  stage.querySelectorAll<HTMLElement>('.museum-pipe .copy').forEach((copy, turn) => {
    const across = (pipe?.clientWidth ?? 0) - copy.offsetLeft - copy.offsetWidth / 2;
    const down = pipe?.clientHeight ?? 0;
    group.play(
      copy,
      [
        { opacity: 0, transform: 'translateX(-40px)' },
        { opacity: 1, transform: 'none', offset: 0.2 },
        { opacity: 1, transform: `translateX(${across}px)`, offset: 0.75 },
        { opacity: 0, transform: `translate(${across}px, ${down}px)` },
      ],
      { duration: 420, delay: 60 + 80 * turn, easing: 'ease-in-out' },
    );
  });
  land(stage, group, 380);
}

/** Cards of the pile land on it, one after the other. */
function land(stage: HTMLElement, group: MotionGroup, delay: number): void {
  stage.querySelectorAll('.fan-card').forEach((card, turn) => {
    const fall = [{ opacity: 0, transform: 'translateY(-24px)' }, { opacity: 1 }];
    group.play(card, fall, { duration: 140, delay: delay + 50 * turn });
  });
}

/** The noise flickers and drops to the forger; the picture resolves out of it; the purple pipe carries it off. */
function forge({ stage, group }: Performance): void {
  const flicker = [1, 0.4, 1, 0.5, 1].map((opacity) => ({ opacity }));
  group.play(stage.querySelector('.noise .vector-tile'), flicker, { duration: 200, easing: 'steps(4)' });
  const grow = [{ transform: 'scaleY(0)' }, { transform: 'none' }];
  group.play(stage.querySelector('.drop'), grow, { duration: 180, delay: 120 });
  const resolve = [{ opacity: 1 }, { opacity: 0 }];
  group.play(stage.querySelector('.resolving'), resolve, { duration: 320, delay: 200, easing: 'steps(4)' });
  const pipe = stage.querySelector('.forger-pipe');
  const up = -(pipe?.clientHeight ?? 0);
  const across = pipe?.clientWidth ?? 0;
  group.play(
    stage.querySelector('.parcel'),
    [
      { opacity: 0, transform: 'none' },
      { opacity: 1, transform: `translateY(${up / 3}px)`, offset: 0.25 },
      { opacity: 1, transform: `translateY(${up}px)`, offset: 0.65 },
      { opacity: 0, transform: `translate(${across}px, ${up}px)` },
    ],
    { duration: 300, delay: 460, easing: 'ease-in-out' },
  );
  land(stage, group, 480);
}

function cardElement(stage: HTMLElement, index: number): HTMLElement | null {
  return stage.querySelector<HTMLElement>(`[data-card="${index}"]`);
}

function numberOf(card: HTMLElement | null): HTMLElement | null {
  return card?.querySelector<HTMLElement>('.plate-number') ?? null;
}

/** How much larger an element is on the screen than in its own pixels, as before a class. */
function scaleOf(element: HTMLElement): number {
  return element.getBoundingClientRect().width / element.offsetWidth || 1;
}

/** From the pile to the places; `shuffle` first moves the cards about on the pile. */
function deal({ stage, cards, group }: Performance, shuffle: number, total: number): void {
  const slide = 320;
  const apart = Math.min(60, (total - shuffle - slide) / Math.max(1, cards.length - 1));
  const pile = stage.querySelector('[data-region="pile"]')?.getBoundingClientRect();
  const scale = scaleOf(stage);
  cards.forEach(({ index, probability }, turn) => {
    const card = cardElement(stage, index);
    if (card === null || pile === undefined) {
      return;
    }
    const place = card.getBoundingClientRect();
    const x = (pile.left + pile.width / 2 - (place.left + place.width / 2)) / scale;
    const y = (pile.bottom - place.height / 2 - (place.top + place.height / 2)) / scale;
    const duration = shuffle + apart * turn + slide;
    const there = (tilt: number, aside: number): string =>
      `translate(${x + aside}px, ${y}px) rotate(${tilt}deg)`;
    const side = turn % 2 === 0 ? 1 : -1;
    const leaves = (shuffle + apart * turn) / duration;
    group.play(
      card,
      [
        { transform: there(side * 4, 0), offset: 0 },
        ...(shuffle > 0
          ? [{ transform: there(side * -6, side * 26), offset: (shuffle * 0.5) / duration }]
          : []),
        { transform: there(side * 3, 0), offset: leaves, easing: 'ease-out' },
        { transform: 'none', offset: 1 },
      ],
      { duration, easing: 'linear' },
    );
    const appear = [{ opacity: 0 }, { opacity: 1 }];
    group.play(card.querySelector('.card-foot'), appear, { duration: 80, delay: duration - slide });
    group.count(numberOf(card), {
      from: 0,
      to: probability,
      format: verdict,
      duration: slide,
      delay: duration - slide,
    });
    const tick = stage.querySelector(`[data-tick="${index}"]`);
    group.play(tick, appear, { duration: 80, delay: duration - 80 });
  });
  group.play(stage.querySelector('.leaders'), [{ opacity: 0 }, { opacity: 1 }], {
    duration: 120,
    delay: total - 120,
  });
}

/** The pile is shuffled; the cards slide to their places while their numbers count up. */
function judge(performance: Performance): void {
  deal(performance, 200, 960);
}

/** Frames and stamps snap on from left to right; the wrong ones nudge last. */
function reveal({ stage, cards, group }: Performance): void {
  const wrong = new Set(cards.filter((card) => card.wrong).map(({ index }) => index));
  alongTheRuler(cards).forEach((index, turn) => {
    const card = cardElement(stage, index);
    const delay = 36 * turn;
    const press = [
      { opacity: 0, transform: 'scale(2)' },
      { opacity: 1, transform: 'none' },
    ];
    group.play(card?.querySelector('.badge'), press, { duration: 140, delay });
    const snap = [
      { opacity: 0, transform: 'scale(1.25)' },
      { opacity: 1, transform: 'none' },
    ];
    group.play(card?.querySelector('.truth-frame'), snap, { duration: 140, delay });
    if (wrong.has(index)) {
      const nudge = ['none', 'translateX(4px)', 'translateX(-4px)', 'none'].map((transform) => ({
        transform,
      }));
      group.play(card, nudge, { duration: 180, delay: 610 });
    }
  });
}

function straightenBeret({ stage, group }: Performance): void {
  const straighten = [{ transform: 'rotate(-9deg)' }, { transform: 'rotate(3deg)' }, { transform: 'none' }];
  group.play(stage.querySelector('.beret'), straighten, { duration: 500 });
}

/** Cards and ticks glide from where they were before the update; the old ticks stay as ghosts. */
function glide({ stage, cards, group }: Performance, duration: number): void {
  const earlier = placeCards(
    cards.map(({ before, probability }) => before ?? probability),
    rowsOf(cards[0]?.below),
  );
  const list = stage.querySelector('.cards');
  const bar = stage.querySelector('.axis-bar');
  cards.forEach(({ index, before, probability, place }, at) => {
    const from = earlier[at];
    if (before === undefined || from === undefined) {
      return;
    }
    const card = cardElement(stage, index);
    const x = (from.at - place.at) * (list?.clientWidth ?? 0);
    const y = ((place.row - from.row) * (list?.clientHeight ?? 0)) / ROWS;
    const move = [{ transform: `translate(${x}px, ${y}px)` }, { transform: 'none' }];
    group.play(card, move, { duration, delay: 80, easing: 'ease-in-out' });
    const slide = (before - probability) * (bar?.clientWidth ?? 0);
    group.play(
      stage.querySelector(`[data-tick="${index}"]`),
      [{ transform: `translateX(${slide}px)` }, { transform: 'none' }],
      { duration, delay: 80, easing: 'ease-in-out' },
    );
    group.count(numberOf(card), { from: before, to: probability, format: verdict, duration, delay: 80 });
  });
  group.play(stage.querySelector('.leaders'), [{ opacity: 0 }, { opacity: 0 }, { opacity: 1 }], {
    duration: 700,
  });
}

/** Fresh forgeries are dealt, hints come out below them, and one of them travels to the easel. */
function forgeAgain(performance: Performance): void {
  const { stage, cards, group } = performance;
  deal(performance, 0, 520);
  const appear = [{ opacity: 0 }, { opacity: 1 }];
  cards.forEach(({ index }) => {
    group.play(cardElement(stage, index)?.querySelector('.below'), appear, { duration: 160, delay: 460 });
  });
  const hint = stage.querySelector('.feedback .hint');
  const lane = stage.querySelector('.lane')?.getBoundingClientRect();
  const place = hint?.getBoundingClientRect();
  const [across, up] =
    lane === undefined || place === undefined
      ? [0, 0]
      : [
          Math.max(0, lane.right - place.right) / scaleOf(stage),
          Math.max(0, lane.bottom - place.bottom) / scaleOf(stage),
        ];
  group.play(
    hint,
    [
      { opacity: 0, transform: `translate(${across}px, ${up}px)` },
      { opacity: 1, transform: `translate(${across}px, ${up}px)`, offset: 0.2 },
      { opacity: 1, transform: 'none' },
    ],
    { duration: 420, delay: 560, easing: 'ease-in-out' },
  );
  group.play(stage.querySelector('.easel .wished'), appear, { duration: 80, delay: 900 });
}

/** The easel fades from the picture before the update to the one after it. */
function fadeEasel({ stage, group }: Performance): void {
  group.play(stage.querySelector('.earlier'), [{ opacity: 1 }, { opacity: 0 }], {
    duration: 650,
    easing: 'linear',
  });
  group.play(stage.querySelector('.tally'), [{ opacity: 0 }, { opacity: 1 }], { duration: 300, delay: 400 });
}

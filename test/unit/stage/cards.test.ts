import * as assert from 'node:assert/strict';
import { PHASES } from '../../../src/shared/domain/phases';
import { alongTheRuler, cardsOf } from '../../../webview/lesson/stage/view/cards';
import { sceneOf } from '../../../webview/lesson/stage/view/scene';
import { cardName } from '../../../webview/lesson/stage/view/words';
import { blackPictures, frameWith, judgedFrame, positionAfter } from './frames';

const OPINIONS = [0.58, 0.9, 0.44, 0.1];
const TRUTH = [false, true, true, false];

describe('The cards on the ruler', () => {
  it('are not there before the inspector has judged', () => {
    for (const phase of ['drawReal', 'forge'] as const) {
      assert.deepEqual(cardsOf(judgedFrame(phase, OPINIONS, TRUTH)), []);
    }
    assert.deepEqual(cardsOf(undefined), []);
  });

  it('do not depend on the truth before it is told', () => {
    const lies = TRUTH.map((real) => !real);
    const cards = cardsOf(judgedFrame('judge', OPINIONS, TRUTH));
    assert.deepEqual(cards, cardsOf(judgedFrame('judge', OPINIONS, lies)));
    assert.ok(cards.every((card) => !('truth' in card) && !card.wrong));
  });

  it('tell the truth from the reveal on, and which opinions stand on the wrong side of 50 %', () => {
    const cards = cardsOf(judgedFrame('reveal', OPINIONS, TRUTH));
    assert.deepEqual(
      cards.map(({ truth, wrong }) => [truth, wrong]),
      [
        ['forged', true],
        ['real', false],
        ['real', true],
        ['forged', false],
      ],
    );
  });

  it('keep the earlier opinion beside the new one when the inspector has learnt', () => {
    const frame = judgedFrame('trainDiscriminator', OPINIONS, TRUTH);
    const after = [0.4, 0.95, 0.52, 0.05];
    const cards = cardsOf({
      ...frame,
      ...(frame.batch && { batch: { ...frame.batch, probabilitiesAfter: after } }),
    });
    assert.deepEqual(
      cards.map(({ probability, before, wrong }) => [probability, before, wrong]),
      after.map((probability, card) => [probability, OPINIONS[card], false]),
    );
  });

  it('are only the fresh forgeries once they are handed in, painted again after the forger has learnt', () => {
    const handIn = { pictures: blackPictures(2), total: 8, probabilities: [0.1, 0.6] };
    const again = cardsOf(frameWith({ position: positionAfter('forgeAgain'), generatorBatch: handIn }));
    assert.deepEqual(
      again.map(({ truth, wrong }) => [truth, wrong]),
      [
        ['forged', false],
        ['forged', true],
      ],
    );
    const picturesAfter = blackPictures(2);
    const [card] = cardsOf(
      frameWith({
        position: positionAfter('trainGenerator'),
        generatorBatch: { ...handIn, picturesAfter, probabilitiesAfter: [0.2, 0.7] },
      }),
    );
    assert.equal(card?.pictures, picturesAfter);
    assert.equal(card?.probability, 0.2);
    assert.equal(card?.before, 0.1);
  });

  it('have their hints below them while these flow, and then what following them would have made', () => {
    const shown = { pictures: blackPictures(2), norms: [0.5, 0.4] };
    const hints = { ...shown, followed: blackPictures(2), mean: { ...shown, norms: [0.3] } };
    const generatorBatch = { pictures: blackPictures(2), total: 8, probabilities: [0.1, 0.6], hints };
    const cards = cardsOf(frameWith({ position: positionAfter('forgeAgain'), generatorBatch }));
    assert.ok(cards.every(({ below, place }) => below === hints.pictures && place.row === 0));
    const learnt = cardsOf(frameWith({ position: positionAfter('trainGenerator'), generatorBatch }));
    assert.ok(learnt.every(({ below }) => below === hints.followed));
  });

  it('show the whole judged pile while whole rounds pass', () => {
    const frame = judgedFrame('trainGenerator', OPINIONS, TRUTH, { wholeRounds: true });
    assert.equal(sceneOf(frame), 'reveal');
    assert.equal(cardsOf(frame).length, 4);
  });

  it('are at most sixteen', () => {
    const many = Array.from({ length: 20 }, (_, card) => card / 20);
    assert.equal(
      cardsOf(
        judgedFrame(
          'reveal',
          many,
          many.map(() => true),
        ),
      ).length,
      16,
    );
  });

  it('are walked through from left to right', () => {
    assert.deepEqual(alongTheRuler(cardsOf(judgedFrame('judge', OPINIONS, TRUTH))), [3, 2, 0, 1]);
  });

  it('exist in every phase that has something to show, without failing in the others', () => {
    for (const phase of PHASES) {
      assert.doesNotThrow(() => cardsOf(frameWith({ position: positionAfter(phase) })));
    }
  });
});

describe('The name of a card', () => {
  const names = (phase: 'judge' | 'reveal') => cardsOf(judgedFrame(phase, OPINIONS, TRUTH)).map(cardName);

  it('counts the card before the truth is told', () => {
    assert.equal(names('judge')[0], 'Picture 1, judged 58 percent real');
  });

  it('says the truth and whether the opinion was right afterwards', () => {
    assert.deepEqual(names('reveal'), [
      'Forgery, judged 58 percent real, wrong',
      'Real picture, judged 90 percent real, right',
      'Real picture, judged 44 percent real, wrong',
      'Forgery, judged 10 percent real, right',
    ]);
  });

  it('is as little certain as the number on the card', () => {
    const name = (probability: number) =>
      cardName({
        index: 0,
        pictures: blackPictures(1),
        probability,
        wrong: false,
        place: { at: 0.5, row: 0 },
      });
    assert.equal(name(0.001), 'Picture 1, judged less than 1 percent real');
    assert.equal(name(0.999), 'Picture 1, judged more than 99 percent real');
  });

  it('says of no picture that it was judged which was not', () => {
    const card = {
      index: 2,
      pictures: blackPictures(1),
      probability: Number.NaN,
      wrong: false,
      place: { at: 0.5, row: 0 },
    };
    assert.deepEqual(
      [cardName(card), cardName({ ...card, truth: 'real' }), cardName({ ...card, truth: 'forged' })],
      ['Picture 3, not judged', 'Real picture, not judged', 'Forgery, not judged'],
    );
  });
});

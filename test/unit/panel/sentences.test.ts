import assert from 'node:assert/strict';
import type { RunFrame } from '../../../src/shared/wire/run';
import { storyOf } from '../../../webview/lesson/story/sentences';
import { LECTURE_PILE, frameAt, pictures } from './frames';

/** The sentence as a person reads it: without marks of emphasis, with ordinary spaces. */
function told(frame: RunFrame, loss: Parameters<typeof storyOf>[1] = 'nonSaturating'): string {
  return storyOf(frame, loss).replaceAll('**', '').replaceAll('\u202f', ' ');
}

/** The lecture's pile with other verdicts on its six generated samples. */
function revealed(
  fakes: readonly number[],
  reals: readonly number[] = [0.7, 0.7, 0.7, 0.7, 0.7, 0.7],
): RunFrame {
  const pile = { ...LECTURE_PILE, probabilities: [...reals, ...fakes] };
  return frameAt({ round: 0, phasesDone: 4 }, { batch: pile });
}

const SEEN_THROUGH = [0.1, 0.1, 0.1, 0.1, 0.1];

describe('The story line', () => {
  it('introduces two beginners before anything has happened', () => {
    assert.match(told(frameAt({ round: 0, phasesDone: 0 })), /^Two beginners meet\..*random noise/);
  });

  it('keeps a number and its percent sign together', () => {
    const story = storyOf(frameAt({ round: 0, phasesDone: 3 }, { batch: LECTURE_PILE }), 'nonSaturating');
    assert.match(story, /\*\*6\u202f%\*\* to \*\*96\u202f%\*\*/);
  });

  it('says how long a round takes where somebody waits for it', () => {
    const slow = (roundMs?: number, wholeRounds = true) =>
      told(frameAt({ round: 3, phasesDone: 0 }, { wholeRounds, ...(roundMs !== undefined && { roundMs }) }));
    assert.match(slow(4200), /A round takes about 4 s\.$/);
    assert.match(slow(110_000), /A round takes about 2 min\.$/);
    assert.doesNotMatch(slow(), /takes about/);
    assert.doesNotMatch(slow(4200, false), /takes about/);
  });

  it('does not tell the truth while the inspector judges', () => {
    assert.doesNotMatch(
      told(frameAt({ round: 0, phasesDone: 3 }, { batch: LECTURE_PILE })),
      /fake|forger|fooled/,
    );
  });

  it("tells the lecture's moment: a forgery judged 58 percent real, what was wrong, and what it costs", () => {
    const story = told(frameAt({ round: 56, phasesDone: 4 }, { batch: LECTURE_PILE }));
    assert.equal(
      story,
      'The inspector saw through 5 of 6 forgeries. One fake fooled him: “58 % real”, he said. ' +
        'That costs him −ln(1 − 0.58) = 0.87. And he doubted a real one (44 %).',
    );
  });

  it('shows a cost that agrees with the shown probability', () => {
    assert.match(told(revealed([...SEEN_THROUGH, 0.604])), /60 % real.*−ln\(1 − 0\.60\) = 0\.92/);
  });

  it('stays finite for an inspector who was entirely sure', () => {
    assert.match(told(revealed([...SEEN_THROUGH, 1])), />99 % real.*more than 9/);
    assert.match(told(revealed([...SEEN_THROUGH, 0.9987])), /−ln\(1 − 0\.9987\) = 6\.65/);
  });

  it('names no price where the loss is no function of the probability alone', () => {
    for (const loss of ['hinge', 'leastSquares', 'wasserstein'] as const) {
      assert.doesNotMatch(told(revealed([...SEEN_THROUGH, 0.6]), loss), /cost/);
    }
  });

  it('names the most convincing fake when several fooled him', () => {
    const story = told(revealed([0.1, 0.1, 0.1, 0.55, 0.8, 0.6]));
    assert.match(story, /saw through 3 of 6/);
    assert.match(story, /The most convincing fake fooled him: “80 % real”/);
  });

  it('says that all were seen through, and still what he got wrong', () => {
    const story = told(revealed([...SEEN_THROUGH, 0.1], [0.4, 0.3, 0.7, 0.7, 0.7, 0.7]));
    assert.match(story, /6 of 6\. But he doubted 2 real ones \(down to 30 %\)\./);
  });

  it('compares the same pile before and after the inspector learned', () => {
    const probabilitiesAfter = [
      ...Array.from({ length: 6 }, () => 0.9),
      ...Array.from({ length: 6 }, () => 0.2),
    ];
    const pile = { ...LECTURE_PILE, probabilitiesAfter };
    const story = told(frameAt({ round: 0, phasesDone: 5 }, { batch: pile }));
    assert.match(story, /real ones go from 79 % to 90 % on average, forgeries from 25 % to 20 %/);
  });

  const handIn = { pictures: pictures(2), total: 32, probabilities: [0.1, 0.3] };

  it('gives the mean score of the forgeries that were handed in', () => {
    assert.match(
      told(frameAt({ round: 0, phasesDone: 6 }, { generatorBatch: handIn })),
      /the 2 shown look 20 % real on average/,
    );
  });

  it('does not praise a step that made the forgeries worse', () => {
    const better = frameAt(
      { round: 1, phasesDone: 0 },
      { generatorBatch: { ...handIn, probabilities: [0.21, 0.21], probabilitiesAfter: [0.3, 0.3] } },
    );
    const worse = frameAt(
      { round: 1, phasesDone: 0 },
      { generatorBatch: { ...handIn, probabilitiesAfter: [0.1, 0.1] } },
    );
    assert.match(told(better), /^The forger takes one small step\. .* now get 30 % instead of 21 % real\.$/);
    assert.match(told(worse), /10 % instead of 20 % real: not every step helps\.$/);
  });

  it('does not call a leap of the scores small, but says whose eye leaps', () => {
    const leap = frameAt(
      { round: 1, phasesDone: 0 },
      { generatorBatch: { ...handIn, probabilities: [0.34, 0.34], probabilitiesAfter: [0.57, 0.57] } },
    );
    assert.match(
      told(leap),
      /the inspector is easily swayed: from the same noise the 2 shown now get 57 % instead of 34 % real\.$/,
    );
  });

  describe('when only some of the pile is shown', () => {
    const pile = { ...LECTURE_PILE, total: 64 };
    const metrics = {
      round: 57,
      discriminatorLoss: 1,
      generatorLoss: 1,
      accuracyOnReal: 0.875,
      accuracyOnFake: 0.6875,
      meanOnReal: 0.8,
      meanOnFake: 0.3,
    };

    it('says of how many the lowest and the highest verdict are told', () => {
      assert.match(
        told(frameAt({ round: 56, phasesDone: 3 }, { batch: pile })),
        /The 12 on the ruler get from 6 % to 96 %\.$/,
      );
    });

    it('counts the mistakes of the whole pile, as the tally on the stage does', () => {
      assert.equal(
        told(frameAt({ round: 56, phasesDone: 4 }, { batch: pile, metrics })),
        'The inspector saw through 22 of 32 forgeries. The most convincing fake shown: “58 % real”, he said. ' +
          'That costs him −ln(1 − 0.58) = 0.87. And he doubted 4 real ones.',
      );
    });

    it('does not claim that all were seen through because those shown were', () => {
      const shown = {
        ...pile,
        probabilities: LECTURE_PILE.probabilities.map((p, card) => (card < 6 ? p : 0.1)),
      };
      const story = told(frameAt({ round: 56, phasesDone: 4 }, { batch: shown, metrics }));
      assert.match(story, /^The inspector saw through 22 of 32 forgeries\. And he doubted 4/);
    });

    it('counts those shown where the numbers are still of another round', () => {
      assert.match(
        told(frameAt({ round: 57, phasesDone: 4 }, { batch: pile, metrics })),
        /saw through 5 of 6 forgeries/,
      );
    });

    it('says of how many the means are before and after the inspector learned', () => {
      const probabilitiesAfter = pile.truth.map((real) => (real ? 0.9 : 0.2));
      assert.match(
        told(frameAt({ round: 56, phasesDone: 5 }, { batch: { ...pile, probabilitiesAfter } })),
        /The 6 real ones shown go from 79 % to 90 % on average, the 6 forgeries from 25 % to 20 %\.$/,
      );
    });

    it('explains why a lesson may leave some judged worse', () => {
      const probabilitiesAfter = pile.truth.map((real) => (real ? 0.65 : 0.2));
      assert.match(
        told(frameAt({ round: 56, phasesDone: 5 }, { batch: { ...pile, probabilitiesAfter } })),
        /from 79 % to 65 % .*\. One step must suit all 64 pictures, so some get worse\.$/,
      );
    });
  });

  it('sums up rounds that passed whole', () => {
    const frame = frameAt(
      { round: 57, phasesDone: 0 },
      {
        wholeRounds: true,
        metrics: {
          round: 57,
          discriminatorLoss: 1,
          generatorLoss: 1,
          accuracyOnReal: 0.83,
          accuracyOnFake: 0.5,
          meanOnReal: 0.8,
          meanOnFake: 0.3,
        },
        quality: { round: 50, miniFid: 0.614, effectiveModes: 4.1, modes: 6 },
      },
    );
    assert.equal(
      told(frame),
      'Round 57: the inspector is right about 83 % of the real pictures and 50 % of the forgeries. Distance from real: 0.61.',
    );
  });
});

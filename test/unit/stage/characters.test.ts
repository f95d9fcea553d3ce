import * as assert from 'node:assert/strict';
import { PHASES } from '../../../src/shared/domain/phases';
import type { RunFrame } from '../../../src/shared/wire/run';
import { sleepersOf } from '../../../webview/lesson/stage/characters/sleepers';
import { forgerMood, inspectorMood } from '../../../webview/lesson/stage/view/moods';
import { inspectorSays } from '../../../webview/lesson/stage/view/speech';
import { blackPictures, frameWith, judgedFrame, positionAfter } from './frames';

function qualityOf(miniFid: number) {
  return { round: 5, miniFid, effectiveModes: 3, modes: 6 };
}

describe('The mood of a character', () => {
  it('is untrained before anything was measured, however many rounds have passed', () => {
    const frame = frameWith({ position: { round: 900, phasesDone: 0 } });
    assert.equal(inspectorMood(frame), 'untrained');
    assert.equal(forgerMood(frame), 'untrained');
  });

  it('follows how often the inspector was right', () => {
    const moods = [0.5, 0.6, 0.74, 0.75, 1].map((recentAccuracy) =>
      inspectorMood(frameWith({ recentAccuracy })),
    );
    assert.deepEqual(moods, ['untrained', 'halfTrained', 'halfTrained', 'trained', 'trained']);
  });

  it('follows how much nearer the forgeries have come to the collection', () => {
    const moods = [2.5, 2, 1.5, 1.01, 1].map((miniFid) =>
      forgerMood(frameWith({ quality: qualityOf(miniFid), initialQuality: qualityOf(2) })),
    );
    assert.deepEqual(moods, ['untrained', 'untrained', 'halfTrained', 'halfTrained', 'trained']);
  });
});

describe('A sleeper on the stage', () => {
  it('is who takes no steps', () => {
    assert.deepEqual(sleepersOf({ generatorSteps: 0, discriminatorSteps: 1 }), {
      forger: true,
      inspector: false,
    });
    assert.deepEqual(sleepersOf(undefined), { forger: false, inspector: false });
  });
});

describe('What the inspector says', () => {
  it('tells how sure he is, from guessing to certainty', () => {
    const say = (opinion: number) =>
      inspectorSays(judgedFrame('judge', [opinion, 1 - opinion], [true, false]));
    assert.equal(say(0.52), 'I really cannot tell.');
    assert.equal(say(0.7), 'I have a hunch.');
    assert.equal(say(0.97), 'I am quite sure.');
  });

  it('admits how many forgeries fooled him', () => {
    const say = (...opinions: number[]) =>
      inspectorSays(
        judgedFrame(
          'reveal',
          opinions,
          opinions.map(() => false),
        ),
      );
    assert.equal(say(0.1, 0.2), 'All right, every one!');
    assert.equal(say(0.1, 0.6), 'Hm! One of them fooled me.');
    assert.equal(say(0.7, 0.6, 0.1), 'Oh! 2 forgeries fooled me.');
    assert.equal(inspectorSays(judgedFrame('reveal', [0.3], [true])), 'I doubted a real one.');
    assert.equal(inspectorSays(judgedFrame('reveal', [0.3, 0.4], [true, true])), 'I doubted 2 real ones.');
  });

  it('counts the mistakes about the whole pile, as the tally beside him does, not about the cards that are shown', () => {
    const metrics = {
      round: 1,
      discriminatorLoss: 1,
      generatorLoss: 1,
      accuracyOnReal: 1,
      accuracyOnFake: 0.75,
      meanOnReal: 0.8,
      meanOnFake: 0.3,
    };
    const frame = judgedFrame('reveal', [0.1, 0.9], [false, true], { metrics });
    assert.ok(frame.batch);
    assert.equal(
      inspectorSays({ ...frame, batch: { ...frame.batch, total: 64 } }),
      'Oh! 8 fooled me, 0 shown.',
    );
  });

  it('compares the forgeries of the same noise before and after the forger has learnt', () => {
    const say = (after: number) =>
      inspectorSays(
        frameWith({
          position: positionAfter('trainGenerator'),
          generatorBatch: {
            pictures: blackPictures(1),
            total: 1,
            probabilities: [0.3],
            probabilitiesAfter: [after],
          },
        }),
      );
    assert.equal(say(0.35), 'These look a bit better.');
    assert.equal(say(0.57), 'These look much better to me.');
    assert.equal(say(0.2), 'These look even less real.');
    assert.equal(say(0.3), 'These look just the same.');
  });

  it('never takes more than six words', () => {
    const frames: RunFrame[] = PHASES.flatMap((phase) =>
      [undefined, 0.9].flatMap((recentAccuracy) =>
        [0.1, 0.5, 0.9].map((opinion) =>
          judgedFrame(phase, [opinion, opinion], [true, false], {
            ...(recentAccuracy !== undefined && { recentAccuracy }),
          }),
        ),
      ),
    );
    for (const frame of [undefined, ...frames]) {
      const words = inspectorSays(frame).split(/\s+/u);
      assert.ok(words.length <= 6, words.join(' '));
    }
  });
});

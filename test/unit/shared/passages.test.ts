import assert from 'node:assert/strict';
import {
  passageAt,
  type Lesson,
  type Moment,
  type PassageCondition,
} from '../../../src/shared/domain/lesson';
import { aLesson, aPassage, aStep } from '../builders';

/** A lesson with one passage for each condition, whose id is its index. */
function lessonWith(...conditions: PassageCondition[]): Lesson {
  const sections = conditions.map((condition, index) => aPassage(String(index), { condition }));
  return aLesson('lesson', { steps: [aStep('step', { sections })] });
}

/** A moment while the person steps: right after the third phase, `judge`, of the round. */
function judging(round: number, change: Partial<Moment> = {}): Moment {
  return { position: { round: round - 1, phasesDone: 3 }, stepping: true, fooled: false, ...change };
}

describe('The passage that belongs to a moment', () => {
  it('is none while no condition holds', () => {
    assert.equal(passageAt(lessonWith({ fromRound: 5 }, { phase: 'forge' }), judging(4)), undefined);
  });

  it('is never one without conditions', () => {
    assert.equal(passageAt(lessonWith({}), judging(1)), undefined);
  });

  it('holds from its first round to before its last', () => {
    const lesson = lessonWith({ fromRound: 5, beforeRound: 8 });
    assert.deepEqual(
      [4, 5, 7, 8].map((round) => passageAt(lesson, judging(round))?.id),
      [undefined, '0', '0', undefined],
    );
  });

  it('speaks of a phase only while the person steps', () => {
    const lesson = lessonWith({ phase: 'judge' });
    assert.equal(passageAt(lesson, judging(1))?.id, '0');
    assert.equal(passageAt(lesson, judging(1, { stepping: false })), undefined);
  });

  it('speaks of a fooled inspector only when he is', () => {
    const lesson = lessonWith({ phase: 'judge', fooled: true }, { phase: 'judge', fooled: false });
    assert.equal(passageAt(lesson, judging(1, { fooled: true }))?.id, '0');
    assert.equal(passageAt(lesson, judging(1))?.id, '1');
  });

  it('is the one with most conditions', () => {
    const lesson = lessonWith({ fromRound: 5 }, { phase: 'judge', fromRound: 1 }, { phase: 'judge' });
    assert.equal(passageAt(lesson, judging(6))?.id, '1');
  });

  it('is the one of the latest round among equals, then the first in the text', () => {
    const lesson = lessonWith({ fromRound: 1 }, { fromRound: 10 }, { fromRound: 10 }, { fromRound: 50 });
    assert.equal(passageAt(lesson, judging(20))?.id, '1');
  });
});

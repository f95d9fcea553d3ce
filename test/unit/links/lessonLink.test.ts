import assert from 'node:assert/strict';
import { lessonLinkQuery, readLessonLink, type LessonLink } from '../../../src/links/lessonLink';

function read(query: string): LessonLink {
  const link = readLessonLink('/lesson', query);
  assert.ok(link.ok);
  return link.value;
}

function refusal(query: string, path = '/lesson'): string {
  const link = readLessonLink(path, query);
  assert.ok(!link.ok);
  assert.notEqual(link.problem.next, '');
  return link.problem.message;
}

describe('A link to a lesson', () => {
  it('names a lesson, a step and what differs from the lesson’s own run', () => {
    assert.deepEqual(read('id=mode-collapse&step=repair&seed=3&generatorSteps=5&loss=hinge'), {
      lesson: 'mode-collapse',
      step: 'repair',
      changes: { seed: 3, generatorSteps: 5, loss: 'hinge' },
    });
  });

  it('may name a lesson alone', () => {
    assert.deepEqual(read('id=balance'), { lesson: 'balance', changes: {} });
  });

  it('is read as it was written', () => {
    const link = {
      lesson: 'taming',
      step: 'clipping',
      changes: { seed: 2_147_483_647, generatorLearningRate: 1e-6, pictureSize: 28 as const, r1Weight: 0 },
    };
    assert.deepEqual(read(lessonLinkQuery(link)), link);
  });

  it('needs no encoding in an address', () => {
    const query = lessonLinkQuery({ lesson: 'a-b', changes: { generatorLearningRate: 1e-6, loss: 'hinge' } });
    assert.equal(encodeURI(query), query);
  });

  it('is refused with the reason when it is malformed', () => {
    assert.match(refusal('id=a', '/other'), /leads to “\/other”/);
    assert.match(refusal('step=b'), /names no lesson/);
    assert.match(refusal(''), /names no lesson/);
    assert.match(refusal('id=a&seed'), /“seed” is not of the form/);
    assert.match(refusal('id=../../etc'), /“\.\.\/\.\.\/etc” cannot be the id/);
    assert.match(refusal('id=a&id=b'), /“id” twice/);
    assert.match(refusal('id=a&seed=1&seed=2'), /“seed” twice/);
    assert.match(refusal('id=a&sede=1'), /no hyperparameter “sede”/);
    assert.match(refusal('id=a&__proto__=1'), /no hyperparameter “__proto__”/);
    assert.match(refusal('id=a&seed=1.5'), /whole number from 0 .*not “1\.5”/);
    assert.match(refusal('id=a&seed='), /not “”/);
    assert.match(refusal('id=a&loss=best'), /one of nonSaturating, .*not “best”/);
    assert.match(refusal('id=a&data=ownPictures'), /only on the machine where it was made/);
    assert.match(refusal(`id=${'a'.repeat(5000)}`), /longer than/);
  });
});

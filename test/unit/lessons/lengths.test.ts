import assert from 'node:assert/strict';
import { lengthOf, tooLong } from '../../../scripts/lessons/lengths';
import { wornOutIn } from '../../../scripts/lessons/wording';
import { parseLesson } from '../../../src/lessons/lessonParser';
import type { Lesson } from '../../../src/shared/domain/lesson';

/** A lesson of one step whose text, and whose minutes, are given. */
function lessonOf(text: string, { number = 2, minutes = 1, language = 'en' } = {}): Lesson {
  const frontMatter = `---\nid: l\nnumber: ${number}\ntitle: T\nsummary: S\nlevel: beginner\nminutes: ${minutes}\n---\n`;
  const { lesson, diagnostics } = parseLesson(`${frontMatter}\n## A\n<!-- step: { id: a } -->\n\n${text}\n`, {
    language,
  });
  return lesson ?? assert.fail(JSON.stringify(diagnostics));
}

const QUESTION =
  '### Q\n<!-- question: { id: q, type: single } -->\n\nWhy?\n\n- [ ] Yes, yes.\n\n  > Not counted.\n\n- [x] No.\n\n  > Nor this.\n';

describe('The length of a lesson', () => {
  it('counts what is in view: headings, texts and options, but neither feedback nor what is folded', () => {
    // T, A; two words; Q, Why, Yes yes, No; and the heading of what is folded.
    const folded = '### Deeper\n<!-- deeper: { id: d } -->\n\nNobody counts this.\n';
    assert.equal(lengthOf(lessonOf(`Two words.\n\n${QUESTION}\n${folded}`)).words, 10);
  });

  it('has a longest card, a list being read item by item', () => {
    const { longestCard } = lengthOf(lessonOf('Three words here.\n\n- one\n- and two more words\n'));
    assert.deepEqual(longestCard, { id: 'a', words: 4 });
  });

  it('counts words of Chinese as Chinese does', () => {
    assert.equal(lengthOf(lessonOf('神经网络', { language: 'zh-cn' })).words, 4);
  });

  it('is too long for the first lesson sooner than for others', () => {
    const text = 'word '.repeat(60);
    assert.match(tooLong(lessonOf(text, { number: 1 })).join(), /"a" has 60 words/);
    assert.deepEqual(
      tooLong(lessonOf(text)).filter((problem) => problem.includes('"a"')),
      [],
    );
  });

  it('must fit the minutes that the lesson promises', () => {
    const text = `${'word '.repeat(65)}\n\n${'word '.repeat(65)}\n\n${QUESTION}`;
    assert.match(tooLong(lessonOf(text, { minutes: 10 })).join(), /promises 10 minutes, and takes about 2/);
    assert.doesNotMatch(tooLong(lessonOf(text, { minutes: 2 })).join(), /minutes/);
  });
});

describe('Worn-out words', () => {
  it('are found in whatever a person reads, with what to say instead', () => {
    assert.deepEqual(wornOutIn(lessonOf('The loss stands at 1. Ill luck, at once.')), [
      'steps.0.html says "stands at", and should say: is at',
      'steps.0.html says "at once", and should say: immediately, right away',
      'steps.0.html says "Ill", and should say: problem',
    ]);
  });

  it('do not include the words that only look like them', () => {
    assert.deepEqual(wornOutIn(lessonOf('Still, you will be told; go one step on.')), []);
  });

  it('are those of the language', () => {
    assert.match(wornOutIn(lessonOf('对赝品罚款。', { language: 'zh-cn' })).join(), /罚款/);
  });
});

import assert from 'node:assert/strict';
import { missingTeaching } from '../../../scripts/lessons/teaching';
import { parseLesson } from '../../../src/lessons/lessonParser';
import type { Lesson } from '../../../src/shared/domain/lesson';

const QUESTION = '- [ ] One.\n\n  > No.\n\n- [x] Two.\n\n  > Yes.\n';
const PREDICTION = `### What?\n<!-- prediction: { id: what, type: single, reveal: 10 } -->\n\nA guess.\n\n${QUESTION}`;
const GOAL =
  '### Reach it\n<!-- goal: { id: it, when: [{ measure: miniFid, is: below, value: 1 }], at: 10 } -->\n\nGo.\n';
const END =
  '## To take with you\n<!-- step: { id: to-take-with-you } -->\n\n- A thing.\n\n### Sources\n<!-- deeper: { id: sources } -->\n\nSomebody, 2014.\n';

function recalled(id: string): string {
  return `### Again\n<!-- question: { id: ${id}, type: single, from: earlier } -->\n\nHow?\n\n${QUESTION}`;
}

interface Parts {
  readonly number?: number;
  readonly first?: string;
  readonly middle?: string;
  readonly end?: string;
}

/** A lesson that has all that a lesson of the course has, but for the parts that are others here. */
function lessonWith({ number = 2, first, middle, end = END }: Parts): Lesson {
  const frontMatter = `---\nid: l\nnumber: ${number}\ntitle: T\nsummary: S\nlevel: beginner\nminutes: 10\n---\n`;
  const opening = `## First\n<!-- step: { id: first } -->\n\n${first ?? recalled('one') + recalled('two')}\n`;
  const body = `## Then\n<!-- step: { id: then } -->\n\n${middle ?? PREDICTION + GOAL}\n`;
  const { lesson, diagnostics } = parseLesson(frontMatter + opening + body + end, { language: 'en' });
  return lesson ?? assert.fail(JSON.stringify(diagnostics));
}

function missingIn(parts: Parts): string {
  return missingTeaching(lessonWith(parts), 'en').join('\n');
}

describe('A lesson of the course', () => {
  it('lacks nothing when it has all that the course teaches with', () => {
    assert.equal(missingIn({}), '');
  });

  it('has something to predict', () => {
    assert.match(missingIn({ middle: GOAL }), /^it has no prediction, and every lesson/);
  });

  it('has something to reach', () => {
    assert.match(missingIn({ middle: PREDICTION }), /^it has no goal, and every lesson/);
  });

  it('has a question, and two from earlier lessons at its beginning', () => {
    const missing = missingIn({ first: 'Words.\n' });
    assert.match(missing, /it has no question, and every lesson/);
    assert.match(missing, /its first step asks 0 questions "from" earlier lessons, and should ask 2/);
    assert.match(missingIn({ first: recalled('one') }), /asks 1 questions/);
  });

  it('asks nothing from earlier lessons when it is the first', () => {
    assert.doesNotMatch(missingIn({ number: 1, first: recalled('one') }), /asks/);
  });

  it('ends with a summary and its sources', () => {
    assert.match(
      missingIn({ end: END.replace('- A thing.', 'A thing.') }),
      /^its last step is not .* its summary$/,
    );
    assert.match(
      missingIn({ end: END.replace('### Sources', '### Read') }),
      /^its last step has no .* with its sources$/,
    );
    assert.match(missingIn({ end: END.replace('to-take-with-you', 'end') }), /its summary$/);
  });

  it('covers every point of the lecture when it is the first, each at a part of the stage', () => {
    const missing = missingIn({ number: 1, first: recalled('one') });
    assert.match(missing, /covers L1 of the lecture\n.*covers L2 of/);
    const points = Array.from({ length: 16 }, (_, index) => `L${index + 1}`).join(', ');
    const passage = `### All\n<!-- passage: { id: all, regions: [forger], lecture: [${points}] } -->\n\nHere.\n\n`;
    assert.equal(missingIn({ number: 1, middle: passage + PREDICTION + GOAL }), '');
  });

  it('names its sources in its own language', () => {
    assert.match(missingTeaching(lessonWith({}), 'zh-cn').join(), /"参考资料"/);
  });
});

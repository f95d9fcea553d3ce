import assert from 'node:assert/strict';
import { lessonTemplate } from '../../../src/authoring/lessonTemplate';
import { problemsIn } from '../../../src/authoring/lessonProblems';
import { freeName, slugOf } from '../../../src/authoring/slug';
import { SECTION_KINDS } from '../../../src/lessons/directives';
import { parseLesson } from '../../../src/lessons/lessonParser';
import { checkTexts } from '../../../scripts/lessons/checkCourse';

const NEW = { id: 'balance-of-power', title: 'Balance: of "power"', number: 4 };

for (const language of ['en', 'zh-cn'] as const) {
  describe(`The template of a lesson in ${language}`, () => {
    const text = lessonTemplate(language, NEW);
    const { lesson, diagnostics } = parseLesson(text, { language });

    it('is a lesson without a fault, with the id, title and number that were asked for', () => {
      assert.deepEqual(diagnostics, []);
      assert.deepEqual([lesson?.id, lesson?.title, lesson?.number], [NEW.id, NEW.title, NEW.number]);
    });

    it('has a section of each kind, and comments that explain', () => {
      const kinds = lesson?.steps.flatMap(({ sections }) => sections.map(({ kind }) => kind));
      assert.deepEqual(new Set(kinds), new Set(SECTION_KINDS));
      assert.ok(/<!-- (?!\w+:)/.test(text) && text.includes('\n# '));
    });
  });
}

describe('The templates', () => {
  it('differ in their words alone', () => {
    const english = parseLesson(lessonTemplate('en', NEW), { language: 'en' }).lesson ?? assert.fail();
    const chinese = parseLesson(lessonTemplate('zh-cn', NEW), { language: 'zh-cn' }).lesson ?? assert.fail();
    const differences = checkTexts(chinese, english).filter((problem) => !problem.startsWith('title '));
    assert.deepEqual(differences, []);
  });

  it('link only to lessons that there are', () => {
    const others = [
      {
        ...(parseLesson(lessonTemplate('en', NEW), { language: 'en' }).lesson ?? assert.fail()),
        id: 'forger-and-inspector',
      },
    ];
    assert.deepEqual(problemsIn(lessonTemplate('en', NEW), others).problems, []);
  });
});

describe('The id of a new lesson', () => {
  it('is made of its title', () => {
    assert.equal(slugOf('The R1 penalty, explained!', 'lesson'), 'the-r1-penalty-explained');
    assert.equal(slugOf('Fréchet’s distance', 'lesson'), 'frechet-s-distance');
    assert.equal(slugOf('平衡', 'lesson'), 'lesson');
    assert.match(slugOf('very '.repeat(50), 'lesson'), /^(?:very-)+very$/);
  });

  it('is one that nothing has yet', () => {
    assert.equal(
      freeName('balance', () => false),
      'balance',
    );
    assert.equal(
      freeName('balance', (name) => ['balance', 'balance-2'].includes(name)),
      'balance-3',
    );
  });
});

import assert from 'node:assert/strict';
import { problemsIn } from '../../../src/authoring/lessonProblems';
import { parseLesson } from '../../../src/lessons/lessonParser';
import type { Lesson } from '../../../src/shared/domain/lesson';
import { SAMPLE } from '../lessons/sampleLesson';

/** A lesson with one of these ids, and a step "repair". */
function lessonNamed(id: string): Lesson {
  const text = `---\nid: ${id}\nnumber: 1\ntitle: T\nsummary: S\nlevel: beginner\nminutes: 1\n---\n## S\n<!-- step: { id: repair } -->\n`;
  return parseLesson(text, { language: 'en' }).lesson ?? assert.fail();
}

const OTHERS = ['forger-and-inspector', 'inspector-learns', 'mode-collapse'].map(lessonNamed);

/** What is underlined in a changed sample, and why. */
function underlined(piece: string, replacement: string, others = OTHERS): [string, string, string][] {
  assert.ok(SAMPLE.includes(piece), piece);
  const text = SAMPLE.replace(piece, () => replacement);
  const lines = text.split('\n');
  return problemsIn(text, others).problems.map(({ severity, message, line, column, end }) => [
    severity,
    (lines[line] ?? '').slice(column, end),
    message,
  ]);
}

describe('While a lesson is written', () => {
  it('nothing is underlined in a sound one', () => {
    assert.deepEqual(underlined('Your turn.', 'Your turn!'), []);
  });

  it('the wrong word is underlined, and the message says what to write', () => {
    const [[severity, word, message] = []] = underlined('phase: judge', 'phase: jugde');
    assert.deepEqual([severity, word], ['error', 'jugde']);
    assert.match(message ?? '', /Did you mean "judge"/);
  });

  it('a heading without its directive is underlined as a whole', () => {
    const [[, words] = []] = underlined('Your turn.', 'Your turn.\n\n### Another one\n\nWords.');
    assert.equal(words, '### Another one');
  });

  it('links to lessons, steps and sections that are not there are warnings: the lesson can be taught', () => {
    const [[severity, words] = []] = underlined(
      'lesson:mode-collapse#repair',
      'lesson:mode-collapse#repairs',
    );
    assert.deepEqual([severity, words], ['warning', 'lesson:mode-collapse#repairs']);
  });

  it('a link to the lesson itself leads somewhere', () => {
    assert.deepEqual(underlined('lesson:mode-collapse#repair', 'lesson:sample#judge'), []);
  });

  it('an id that another lesson has is an error', () => {
    const [[severity, words, message] = []] = underlined('Your turn.', 'Your turn!', [
      ...OTHERS,
      lessonNamed('sample'),
    ]);
    assert.deepEqual([severity, words], ['error', 'id: sample']);
    assert.match(message ?? '', /Choose another id/);
  });

  it('pictures are asked for with their places', () => {
    const { images } = problemsIn(SAMPLE, OTHERS);
    const line = SAMPLE.split('\n')[images[0]?.line ?? 0] ?? '';
    assert.equal(line.slice(images[0]?.column, images[0]?.end), 'pictures/portrait.png');
  });
});

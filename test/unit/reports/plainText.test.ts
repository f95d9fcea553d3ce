import assert from 'node:assert/strict';
import { markdownText, plainTextOf } from '../../../src/reports/plainText';
import { parseLesson } from '../../../src/lessons/lessonParser';

describe('The words of a lesson’s HTML', () => {
  it('are what its author wrote, without marks', () => {
    assert.equal(plainTextOf('<p>5 &lt; 6 &amp; <em>true</em>, &quot;so&quot;</p>\n'), '5 < 6 & true , "so"');
  });

  it('keep the symbols of a formula together', () => {
    const { lesson } = parseLesson(
      '---\nid: a\nnumber: 1\ntitle: A\nsummary: A\nlevel: beginner\nminutes: 1\n---\n\nThe loss $\\ln D(x)$ falls.\n\n## S\n\n<!-- step: { id: s } -->\n',
      { language: 'en' },
    );
    assert.ok(lesson);
    assert.match(plainTextOf(lesson.html), /^The loss ln D\(x\) falls\.$/);
  });
});

describe('Text in Markdown', () => {
  it('means nothing but itself, and stays on its line', () => {
    assert.equal(markdownText('*a*\n# b | <i>'), '\\*a\\* \\# b \\| \\<i\\>');
  });
});

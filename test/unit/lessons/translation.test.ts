import assert from 'node:assert/strict';
import { problemsIn } from '../../../src/authoring/lessonProblems';
import { readFolder } from '../../../src/lessons/folderFiles';
import { parseLesson } from '../../../src/lessons/lessonParser';
import { differencesOf } from '../../../src/lessons/translation/differences';
import { translationDraft, untranslatedAt } from '../../../src/lessons/translation/draft';
import type { Lesson } from '../../../src/shared/domain/lesson';
import { folderOf } from './memoryFolder';
import { SAMPLE, sampleWith } from './sampleLesson';

const PLAIN = sampleWith('![A portrait](pictures/portrait.png)\n', '');

function lessonOf(text: string, language = 'en'): Lesson {
  const { lesson, diagnostics } = parseLesson(text, { language });
  return lesson ?? assert.fail(JSON.stringify(diagnostics));
}

/** In what a translation with a changed piece differs from the sample. */
function differencesWith(piece: string, replacement: string): [string | undefined, string][] {
  const found = differencesOf(lessonOf(sampleWith(piece, replacement), 'zh-cn'), lessonOf(SAMPLE));
  return found.map(({ id, message }) => [id, message]);
}

/** The titles of the sections of a lesson's first step in a folder, in Chinese if it is there. */
async function sectionsIn(files: Record<string, string>): Promise<string[]> {
  const [file] = await readFolder(folderOf(files), 'zh-cn');
  return (file?.parsed.lesson ?? assert.fail()).steps[0]?.sections.map(({ title }) => title) ?? [];
}

describe('The draft of a translation', () => {
  it('is the same lesson, word for word', () => {
    assert.deepEqual(lessonOf(translationDraft(SAMPLE)), lessonOf(SAMPLE));
  });

  it('marks title, summary, introduction, and each step and section', () => {
    const draft = translationDraft(SAMPLE);
    const headings = SAMPLE.match(/^##/gm)?.length ?? 0;
    assert.equal(untranslatedAt(draft).length, 2 + 1 + headings);
    assert.match(draft, /^# translate\ntitle: A sample$/m);
    assert.match(
      draft,
      /at: 400, experiment: collapse, knobs: 1 \} -->\n\n<!-- translate -->\n\nChange one thing\./,
    );
  });

  it('has each mark once, also when it is made of a draft', () => {
    const draft = translationDraft(SAMPLE);
    assert.equal(translationDraft(draft), draft);
  });

  it('has what is left to be translated underlined', () => {
    const draft = translationDraft(PLAIN).replace('# translate\ntitle: A sample', 'title: 样例');
    const { problems } = problemsIn(draft, [], lessonOf(PLAIN));
    const marks = problems.filter(({ message }) => message.includes('not translated yet'));
    assert.equal(marks.length, untranslatedAt(draft).length);
    assert.equal(draft.split('\n')[marks[0]?.line ?? 0], '# translate');
  });
});

describe('A translation', () => {
  it('differs in nothing when only its words do', () => {
    assert.deepEqual(differencesWith('He looks for a seal', '他要找的是'), []);
  });

  it('differs in a goal, by its key and both values', () => {
    assert.deepEqual(differencesWith('is: above, value: 5', 'is: above, value: 4'), [
      ['five-kinds', '"value" is 4 here, and 5 in the lesson in English.'],
    ]);
  });

  it('differs in the round of a prediction, the right option and the run', () => {
    assert.match(
      differencesWith('reveal: 400', 'reveal: 300')[0]?.[1] ?? '',
      /"reveal" is 300 here, and 400/,
    );
    assert.match(
      differencesWith('- [ ] The latent', '- [x] The latent')[0]?.[1] ?? '',
      /other options are right/,
    );
    assert.match(differencesWith('seed: 7', 'seed: 8')[0]?.[1] ?? '', /"seed" is 8 here, and 7/);
  });

  it('differs in the numbers of its words', () => {
    const changed = differencesWith('Five steps of hers for one of his.', '第 250 轮。');
    assert.deepEqual(changed, [
      ['collapse', 'The text has other numbers than the one in English: 250 instead of none.'],
    ]);
  });

  it('differs in an id, once for each name', () => {
    const found = differencesWith('id: be-the-inspector', 'id: be-inspector');
    assert.deepEqual(found, [
      ['be-inspector', 'The lesson in English has no step or section "be-inspector".'],
      [
        undefined,
        'The step or section "be-the-inspector" of the lesson in English is missing. Learners see it in English.',
      ],
    ]);
  });

  it('has its differences underlined at the heading or key that they are about', () => {
    const text = PLAIN.replace('minutes: 5', 'minutes: 6').replace('value: 5', 'value: 4');
    const lines = text.split('\n');
    const found = problemsIn(text, [], lessonOf(PLAIN)).problems.filter(({ message }) =>
      / here, and /.test(message),
    );
    assert.deepEqual(
      found.map(({ line, severity }) => [lines[line], severity]),
      [
        ['minutes: 6', 'warning'],
        ['### Five kinds by round 400', 'warning'],
      ],
    );
  });

  it('shows in the other language what it lacks, where that is in the original', async () => {
    const all = await sectionsIn({ 'en/1.md': PLAIN });
    const [start, end] = [PLAIN.indexOf('### Try this'), PLAIN.indexOf('### Five kinds')];
    const lacking = PLAIN.slice(0, start) + PLAIN.slice(end);
    const translated = lacking.replace('### The inspector', '### 鉴定师');
    assert.deepEqual(await sectionsIn({ '1.md': PLAIN, 'zh-cn/1.md': translated }), [
      '鉴定师',
      ...all.slice(1),
    ]);
  });

  it('shows a step that it lacks, without the sections that it has elsewhere', async () => {
    const translated = PLAIN.replace(/\n## The end\n<!-- .* -->\n/, '');
    const [file] = await readFolder(folderOf({ 'en/1.md': PLAIN, 'zh-cn/1.md': translated }), 'zh-cn');
    const steps = (file?.parsed.lesson ?? assert.fail()).steps;
    assert.deepEqual(
      steps.map(({ id, sections }) => [id, sections.at(-1)?.id]),
      [
        ['the-cast', 'why-two-halves'],
        ['the-end', undefined],
      ],
    );
  });

  it('leaves its original as it is', async () => {
    const more = PLAIN.replace('## The end', '## More\n\n<!-- step: { id: more } -->\n\n## The end');
    const [file] = await readFolder(folderOf({ 'en/1.md': PLAIN, 'zh-cn/1.md': more }), 'en');
    assert.deepEqual(
      file?.parsed.lesson?.steps.map(({ id }) => id),
      ['the-cast', 'the-end'],
    );
  });
});

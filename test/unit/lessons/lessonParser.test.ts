import assert from 'node:assert/strict';
import { passagesOf, passagesOfStep } from '../../../src/shared/domain/lesson';
import { LONGEST_LESSON, parseLesson } from '../../../src/lessons/lessonParser';
import { assertError, errorIn, htmlOf, lessonIn, SOURCE } from './reading';
import { lineOf, SAMPLE, sampleWith } from './sampleLesson';

describe('A lesson', () => {
  it('has what its front matter says, and the language of its folder', () => {
    const { id, number, title, summary, level, minutes, needs, run, language } = lessonIn(SAMPLE);
    assert.deepEqual(
      { id, number, title, summary, level, minutes, needs, run, language },
      {
        id: 'sample',
        number: 3,
        title: 'A sample',
        summary: 'Shows all that a lesson can have.',
        level: 'beginner',
        minutes: 5,
        needs: ['forger-and-inspector'],
        run: { data: 'digits', seed: 7 },
        language: 'en',
      },
    );
  });

  it('has an introduction, steps and passages in the order of the text', () => {
    const lesson = lessonIn(SAMPLE);
    assert.equal(lesson.html, '<p>Welcome to the <em>studio</em>.</p>\n');
    assert.deepEqual(
      lesson.steps.map((step) => [step.id, step.title, passagesOfStep(step).map(({ id }) => id)]),
      [
        ['the-cast', 'The cast', ['judge']],
        ['the-end', 'The end', []],
      ],
    );
  });

  it('has what the directive of a passage says', () => {
    const [passage] = passagesOf(lessonIn(SAMPLE));
    assert.equal(passage?.title, 'The inspector');
    assert.deepEqual(passage.condition, { phase: 'judge', fromRound: 1 });
    assert.deepEqual(passage.regions, ['verdict', 'inspector']);
    assert.deepEqual(passage.lecture, ['L9']);
  });

  it('may leave out everything of a passage but its id', () => {
    const directive = /<!-- passage: .* -->/.exec(SAMPLE)?.[0] ?? '';
    const text = sampleWith(directive, '<!-- passage: { id: judge } -->');
    const [passage] = passagesOf(lessonIn(text));
    assert.deepEqual(passage?.condition, {});
    assert.deepEqual(passage.regions, []);
    assert.deepEqual(passage.lecture, []);
  });

  it('starts from the recipe of pictures when it sets no hyperparameter', () => {
    assert.deepEqual(lessonIn(sampleWith('run: { data: digits, seed: 7 }\n', '')).run, {});
  });

  it('becomes HTML with lists, tables, code, links and badges', () => {
    const html = lessonIn(SAMPLE).steps[0]?.sections[0]?.html ?? '';
    assert.match(html, /<span class="badge real" role="img" aria-label="real"><\/span>/);
    assert.match(html, /<span class="badge fake" role="img" aria-label="fake"><\/span>/);
    assert.match(html, /<ul>\n<li>first<\/li>/);
    assert.match(html, /<pre><code class="language-python">loss\.backward\(\)/);
    assert.match(html, /<a href="#the-cast">the cast<\/a>/);
    assert.match(html, /<img src="pictures\/portrait\.png" alt="A portrait">/);
  });

  it('aligns columns by classes, because the panel admits no inline style', () => {
    const html = lessonIn(SAMPLE).steps[0]?.sections[0]?.html ?? '';
    assert.match(html, /<th class="align-left">Loss<\/th>/);
    assert.match(html, /<td class="align-right">1\.386<\/td>/);
    assert.doesNotMatch(html, /style=/);
  });

  it('tells which pictures it shows and where', () => {
    const { images } = parseLesson(SAMPLE, SOURCE);
    const line = lineOf(SAMPLE, 'portrait.png');
    assert.deepEqual(images, [{ path: 'pictures/portrait.png', line, column: '![A portrait]('.length }]);
  });

  it('shows a picture that was read by its URL', () => {
    const imageUrls = new Map([['pictures/portrait.png', 'data:image/png;base64,AAAA']]);
    const { lesson } = parseLesson(SAMPLE, { ...SOURCE, imageUrls });
    assert.match(lesson?.steps[0]?.sections[0]?.html ?? '', /<img src="data:image\/png;base64,AAAA"/);
  });

  it('is the same with the line ends of Windows and with a byte order mark', () => {
    assert.deepEqual(lessonIn(`\uFEFF${SAMPLE.replaceAll('\n', '\r\n')}`), lessonIn(SAMPLE));
  });

  it('may have a blank line between a heading and its directive', () => {
    const text = SAMPLE.replaceAll(/(^##.*)\n/gm, '$1\n\n');
    assert.deepEqual(lessonIn(text), lessonIn(SAMPLE));
  });

  it('may have directives of several lines', () => {
    const text = sampleWith('passage: { id: judge, when:', 'passage: {\n  id: judge,\n  when:');
    assert.deepEqual(lessonIn(text), lessonIn(SAMPLE));
  });
});

describe('HTML in a lesson', () => {
  it('is a warning, once for each element, and never reaches the page', () => {
    for (const html of ['<kbd>x</kbd>', '<b onclick="x">x</b>', 'a<br>b', '<script>alert(1)</script>']) {
      const { lesson, diagnostics } = parseLesson(sampleWith('He looks', `He ${html} looks`), {
        language: 'en',
      });
      assert.ok(lesson, html);
      assert.deepEqual(
        diagnostics.map(({ severity, message }) => [severity, /HTML is not shown/.test(message)]),
        [['warning', true]],
        html,
      );
      assert.ok(htmlOf(lesson).every((text) => !/kbd|onclick|<br|script/.test(text)));
    }
  });
});

describe('An error of a lesson names the line', () => {
  it('of front matter that is missing', () => {
    const error = errorIn(SAMPLE.slice(SAMPLE.indexOf('## The cast')));
    assert.match(error.message, /begins with front matter/);
    assert.equal(error.line, 0);
  });

  it('of front matter that is not closed', () => {
    const text = sampleWith('seed: 7 }\n---\n', 'seed: 7 }\n');
    const { lesson, diagnostics } = parseLesson(text, SOURCE);
    assert.equal(lesson, undefined);
    assert.match(diagnostics[0]?.message ?? '', /not closed/);
    assert.equal(diagnostics[0]?.line, 0);
  });

  it('of YAML that cannot be read', () => {
    assertError(sampleWith('title: A sample', 'title: A: sample'), /colon in quotation marks/, 'title:');
    assertError(sampleWith('id: the-end }', 'id: the-end'), /not closed/, 'the-end');
    assertError(sampleWith('title: A sample', 'title: @sample'), /quotation marks/, 'title:');
    assertError(sampleWith('title: A sample', 'title: *sample*'), /"\*" or "!" in quot/, 'title:');
  });

  it('of a key that occurs twice', () => {
    assertError(sampleWith('minutes: 5', 'minutes: 5\nminutes: 6'), /twice/, 'minutes: 6');
  });

  it('of a key that does not exist', () => {
    assertError(sampleWith('minutes: 5', 'minutes: 5\nauthor: A'), /There is no key "author"/, 'author');
  });

  it('of a text with a comma that has no quotation marks', () => {
    assertError(sampleWith('label: One step', 'label: One, two steps'), /for its comma/, 'One, two');
  });

  for (const key of ['id', 'number', 'title', 'summary', 'level', 'minutes']) {
    it(`where the front matter begins when "${key}" is missing`, () => {
      const text = SAMPLE.replace(new RegExp(`^${key}: .*\\n`, 'm'), '');
      const error = errorIn(text);
      assert.match(error.message, new RegExp(`"${key}" is missing`));
      assert.equal(error.line, 1);
    });
  }

  it('of a value of another type', () => {
    assertError(sampleWith('title: A sample', 'title: [A, sample]'), /"title" must be a text/, 'title:');
  });

  it('of a level that does not exist', () => {
    assertError(sampleWith('level: beginner', 'level: easy'), /beginner.*advanced.*easy/, 'level:');
  });

  it('of an id that could not stand in a link', () => {
    assertError(sampleWith('id: sample', 'id: A Sample'), /"A Sample"/, 'id: A');
  });

  it('of a hyperparameter that does not exist', () => {
    assertError(
      sampleWith('seed: 7', 'sead: 7'),
      /There is no key "run › sead".*Did you mean "seed"/,
      'run:',
    );
  });

  it('of a hyperparameter that is out of range, and the range', () => {
    const error = errorIn(sampleWith('seed: 7', 'batchSize: 1000'));
    assert.match(error.message, /Batch size must be a whole number from 2 to 256/);
    assert.equal(error.line, lineOf(SAMPLE, 'run:'));
    assert.equal(error.column, 'run: { data: digits, batchSize: '.length);
  });

  it('of a phase that does not exist', () => {
    assertError(sampleWith('phase: judge', 'phase: jugde'), /"when › phase".*"judge".*"jugde"/, 'jugde');
  });

  it('of a region that does not exist', () => {
    assertError(sampleWith('[verdict, ', '[verdikt, '), /"regions › 1".*"verdict".*"verdikt"/, 'verdikt');
  });

  it('of a point that the lecture does not have', () => {
    assertError(sampleWith('[L9]', '[L17]'), /L1 to L16.*L17/, 'L17');
  });

  it('of rounds that never come', () => {
    assertError(sampleWith('fromRound: 1', 'fromRound: 9, beforeRound: 5'), /never/, 'fromRound');
  });

  it('of a directive without braces', () => {
    assertError(sampleWith('step: { id: the-end }', 'step: id: the-end'), /braces/, 'step: id: the-end');
  });

  it('of a directive in several lines', () => {
    const text = sampleWith('phase: judge, fromRound: 1', '\n  phase: judge,\n  fromRound: -1\n');
    assertError(text, /fromRound/, 'fromRound: -1');
  });

  it('of the second of two equal ids', () => {
    assertError(sampleWith('id: the-end', 'id: judge'), /"judge" is already taken/, 'step: { id: judge');
  });

  it('of a heading without a directive', () => {
    assertError(sampleWith('## The end\n', '## The end\n\nWords.\n\n## Last\n'), /step: {/, '## The end');
    assertError(SAMPLE.concat('\n### Passage\n\nWords.\n'), /passage: {/, '### Passage');
  });

  it('of a passage before the first step', () => {
    const passage = '### Too early\n<!-- passage: { id: early } -->\n\n## The cast';
    assertError(sampleWith('## The cast', passage), /belongs to a step/, 'Too early');
  });

  it('of a title among the text', () => {
    assertError(sampleWith('Welcome', '# A sample\n\nWelcome'), /front matter/, '# A sample');
  });

  it('of an empty heading', () => {
    const error = errorIn(sampleWith('## The end', '##'));
    assert.match(error.message, /empty/);
    assert.equal(error.line, lineOf(SAMPLE, '## The end'));
  });

  it('of a heading in a list', () => {
    assertError(sampleWith('- second', '- ## second'), /list or quotation/, '- ## second');
  });

  it('of a directive that belongs to no heading', () => {
    const text = sampleWith('- first', '<!-- passage: { id: other } -->\n\n- first');
    assertError(text, /right below a heading/, 'id: other');
  });

  it('of a comment without an end', () => {
    assertError(SAMPLE.concat('\n<!-- note\n'), /not closed/, '<!-- note');
  });

  it('of a link that may not be followed', () => {
    for (const target of [
      'javascript:alert(1)',
      'command:x',
      'file:///etc/passwd',
      '//example.org',
      'data:,x',
    ]) {
      assertError(sampleWith('https://example.org/game', target), /Links lead to/, target);
    }
    assertError(sampleWith('https://example.org/game', '../02.png'), /outside the folder/, '../02');
    assertError(sampleWith('https://example.org/game', '%2e%2e/02.png'), /outside the folder/, '%2e');
    assertError(sampleWith('https://example.org/game', 'other.md'), /no files but pictures/, 'other.md');
  });

  it('of a link to an id that the lesson does not have', () => {
    assertError(sampleWith('(#the-cast)', '(#the-caste)'), /has the id "the-caste"/, '#the-caste');
  });

  it('of a picture from elsewhere', () => {
    assertError(sampleWith('pictures/portrait.png', 'https://a.org/b.png'), /folder of the lesson/, 'a.org');
    assertError(sampleWith('pictures/portrait.png', '/portrait.png'), /Links lead to/, '(/portrait');
  });

  it('at the end of a lesson without steps', () => {
    const text = SAMPLE.slice(0, SAMPLE.indexOf('## The cast'));
    assert.match(errorIn(text).message, /no step/);
  });
});

describe('A warning of a lesson', () => {
  it('asks for words in place of a picture and does not keep the lesson from being taught', () => {
    const { lesson, diagnostics } = parseLesson(sampleWith('[A portrait]', '[]'), SOURCE);
    assert.ok(lesson);
    assert.deepEqual(
      diagnostics.map(({ severity, line }) => [severity, line]),
      [['warning', lineOf(SAMPLE, 'portrait.png')]],
    );
  });

  it('tells of a formula in the midst of a line', () => {
    const { lesson, diagnostics } = parseLesson(sampleWith('One at a time.', 'One: $$x$$'), SOURCE);
    assert.ok(lesson);
    assert.match(diagnostics[0]?.message ?? '', /lines of its own/);
  });

  it('is not made of a comment for those who write the lesson', () => {
    const { diagnostics } = parseLesson(sampleWith('- first', '<!-- Note: shorten -->\n\n- first'), SOURCE);
    assert.deepEqual(diagnostics, []);
  });
});

describe('The lesson parser', () => {
  it('refuses a file that is too long, without reading it', () => {
    assert.match(errorIn(`${SAMPLE}${'x'.repeat(LONGEST_LESSON)}`).message, /at most/);
  });

  it('survives YAML that is nested deeper than its reader can follow', () => {
    const { lesson, diagnostics } = parseLesson(`---\n${'['.repeat(8000)}\n---\n`, SOURCE);
    assert.equal(lesson, undefined);
    assert.ok(diagnostics.length > 0);
  });

  it('survives aliases that expand without end', () => {
    const bomb = [
      'a: &a [x, x]',
      ...'bcdefghijklmnop'.split('').map((name, index) => {
        const before = 'abcdefghijklmnop'[index];
        return `${name}: &${name} [${`*${before}, `.repeat(9)}*${before}]`;
      }),
    ].join('\n');
    assert.match(
      errorIn(`---\n${bomb}\n---\n${SAMPLE.slice(SAMPLE.indexOf('\n## '))}`).message,
      /in quotation marks/,
    );
  });

  it('finds several errors at once, in the order of the text', () => {
    const text = sampleWith('level: beginner', 'level: easy').replace('phase: judge', 'phase: jugde');
    const { diagnostics } = parseLesson(text, SOURCE);
    assert.deepEqual(
      diagnostics.map(({ line }) => line),
      [lineOf(text, 'level:'), lineOf(text, 'jugde')],
    );
  });
});

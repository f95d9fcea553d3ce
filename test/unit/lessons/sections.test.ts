import assert from 'node:assert/strict';
import { parseLesson } from '../../../src/lessons/lessonParser';
import { assertError, lessonIn, sectionIn, SOURCE } from './reading';
import { lineOf, SAMPLE, sampleWith } from './sampleLesson';

describe('The sections of a lesson', () => {
  it('come in the order of the text, each of its kind', () => {
    const kinds = lessonIn(SAMPLE).steps.map(({ sections }) => sections.map(({ kind }) => kind));
    assert.deepEqual(kinds, [
      ['passage', 'prediction', 'question', 'question', 'experiment', 'try', 'goal'],
      ['formula', 'activity', 'deeper'],
    ]);
  });

  it('hide and lock hyperparameters while their step is read', () => {
    const [first, second] = lessonIn(SAMPLE).steps;
    assert.deepEqual([first?.hide, first?.lock], [['r1Interval'], ['seed']]);
    assert.deepEqual([second?.hide, second?.lock], [[], []]);
  });

  it('hide in every step what their lesson hides, and what the step hides', () => {
    const [first, second] = lessonIn(
      sampleWith('level:', 'hide: [generatorBeta2, r1Interval]\nlevel:'),
    ).steps;
    assert.deepEqual(first?.hide, ['generatorBeta2', 'r1Interval']);
    assert.deepEqual(second?.hide, ['generatorBeta2', 'r1Interval']);
  });

  it('of an unknown kind are answered with the nearest kind there is', () => {
    assertError(sampleWith('<!-- activity:', '<!-- activty:'), /Did you mean "activity"/, 'activty');
  });

  it('are not confused with steps', () => {
    assertError(
      sampleWith('<!-- activity: { id', '<!-- step: { id'),
      /under a "##" heading/,
      'step: { id: be',
    );
    assertError(
      sampleWith('<!-- step: { id: the-end', '<!-- passage: { id: the-end'),
      /is a step/,
      'passage: { id: the-end',
    );
  });

  it('of a directive in the wrong place say where it belongs, also when it is misspelt', () => {
    const text = sampleWith('Your turn.', 'Your turn.\n\n<!-- predicton: { id: late } -->');
    assertError(text, /"prediction" has its place right below a heading/, 'predicton');
  });
});

describe('A prediction', () => {
  it('has its question, its options with feedback, and the round that reveals it', () => {
    assert.deepEqual(sectionIn(lessonIn(SAMPLE), 'prediction'), {
      kind: 'prediction',
      id: 'five-steps',
      title: 'Five steps for the forger',
      html: '<p>What will happen?</p>\n',
      answer: {
        type: 'single',
        options: [
          {
            html: 'She learns <strong>five times</strong> as fast.',
            correct: false,
            feedback: '<p>More steps are not more learning.</p>\n',
          },
          {
            html: 'She paints one picture.',
            correct: true,
            feedback: '<p>It fools him until he has learned it.</p>\n',
          },
        ],
      },
      revealAt: 400,
      experiment: 'collapse',
    });
  });

  it('names an experiment of its lesson', () => {
    assertError(
      sampleWith('experiment: collapse }', 'experiment: colapse }'),
      /No experiment.*"colapse".*Did you mean "collapse"/,
      'colapse',
    );
  });

  it('is revealed within the run that it names', () => {
    assertError(sampleWith('reveal: 400', 'reveal: 401'), /"collapse" stops at round 400/, 'reveal: 401');
  });

  it('needs a round at which it is revealed', () => {
    assertError(sampleWith('reveal: 400, ', ''), /"reveal" is missing/, 'five-steps');
  });
});

describe('The options of a question', () => {
  it('may be several right ones', () => {
    const { answer } = sectionIn(lessonIn(SAMPLE), 'question');
    assert.ok(answer.type === 'multiple');
    assert.deepEqual(
      answer.options.map(({ correct }) => correct),
      [true, false, true],
    );
  });

  it('each have feedback', () => {
    assertError(
      sampleWith('  > More steps are not more learning.\n', ''),
      /quotation as its feedback/,
      'five times',
    );
  });

  it('each have just one feedback', () => {
    const text = sampleWith('learning.\n', 'learning.\n\n  And:\n\n  > Really not.\n');
    assertError(text, /This one has 2/, 'five times');
  });

  it('each begin with a mark', () => {
    assertError(sampleWith('- [ ] She learns', '- She learns'), /begins with "\[ \]"/, '- She learns');
  });

  it('each have words', () => {
    assertError(sampleWith('- [x] She paints one picture.', '- [x]'), /no words/, '- [x]');
  });

  it('of a single choice are right just once', () => {
    assertError(sampleWith('- [ ] She learns', '- [x] She learns'), /here 2 do/, '- [x] She learns');
    assertError(sampleWith('- [x] She paints', '- [ ] She paints'), /here 0 do/, '- [ ] She learns');
  });

  it('are at least two', () => {
    const text = sampleWith(
      '- [ ] She learns **five times** as fast.\n\n  > More steps are not more learning.\n',
      '',
    );
    assertError(text, /at least two/, '- [x] She paints');
  });

  it('are not all wrong', () => {
    const text = SAMPLE.replace('- [x] Originals', '- [ ] Originals').replace(
      '- [x] Forgeries',
      '- [ ] Forgeries',
    );
    assertError(text, /No option is right/, 'Originals');
  });

  it('are there', () => {
    const list = SAMPLE.slice(SAMPLE.indexOf('- [ ] She'), SAMPLE.indexOf('### What can'));
    assertError(sampleWith(list, ''), /options are missing/, 'five-steps');
  });

  it('end their section', () => {
    const text = sampleWith('until he has learned it.\n', 'until he has learned it.\n\nThink well.\n');
    assertError(text, /end their section/, 'Think well');
  });

  it('are not asked for together with a number', () => {
    assertError(sampleWith('type: multiple', 'type: number, answer: 3'), /no options/, 'Originals');
  });

  it('are of a type that exists, and nothing else is asked of them', () => {
    assertError(
      sampleWith('type: multiple', 'type: multipel'),
      /"type".*Did you mean "multiple"/,
      'multipel',
    );
    assertError(
      sampleWith('type: multiple', 'type: multiple, answer: 3'),
      /There is no key "answer"/,
      'answer: 3',
    );
    assertError(sampleWith('type: multiple, ', ''), /"type" is missing/, 'what-he-sees');
  });
});

describe('A slip of the pen is told once, with what to write instead', () => {
  it('when a comment is not closed', () => {
    assertError(
      sampleWith('opens: inspectorGame } -->', 'opens: inspectorGame }'),
      /not closed/,
      'opens: inspectorGame',
    );
    assertError(sampleWith('rounds: 400 } -->', 'rounds: 400 }'), /not closed/, 'rounds: 400 }');
  });

  it('when the signs are wide ones', () => {
    assertError(sampleWith('type: multiple', 'type：multiple'), /full-width forms/, 'type：multiple');
    const text = sampleWith('label: One step', 'label: "一步：再来"');
    assert.equal(sectionIn(lessonIn(text), 'try').choices[0]?.label, '一步：再来');
  });

  it('when a quotation mark is missing', () => {
    assertError(sampleWith('title: A sample', "title: 'Who's there?'"), /written twice/, 'title:');
  });

  it('when feedback is not indented', () => {
    const text = sampleWith('  > More steps are not', '> More steps are not');
    assertError(text, /indented below it/, 'five times');
  });
});

describe('A number that is asked for', () => {
  const numberIn = (text: string) => {
    const { sections } = lessonIn(text).steps[0] ?? assert.fail();
    const asked = sections.find(({ id }) => id === 'ln2');
    return asked?.kind === 'question' ? asked : assert.fail();
  };

  it('has a value, a tolerance, a unit and feedback', () => {
    const { html, answer } = numberIn(SAMPLE);
    assert.equal(html, '<p>He always answers one half.</p>\n');
    assert.ok(answer.type === 'number');
    assert.deepEqual([answer.value, answer.tolerance, answer.unit], [1.386, 0.01, 'nats']);
    assert.match(answer.feedback, /^<p>It is <math.*<\/math>\.<\/p>\n$/);
  });

  it('may be exact and count nothing', () => {
    const { answer } = numberIn(sampleWith(', tolerance: 0.01, unit: nats', ''));
    assert.ok(answer.type === 'number');
    assert.deepEqual([answer.tolerance, answer.unit], [0, '']);
  });

  it('has feedback at the end', () => {
    assertError(sampleWith('> It is', 'It is'), /end the section with a quotation/, 'id: ln2');
  });

  it('is a finite number, with a tolerance from 0 on', () => {
    assertError(sampleWith('answer: 1.386', 'answer: .inf'), /finite/, '.inf');
    assertError(sampleWith('answer: 1.386', 'answer: a lot'), /"answer" must be a number/, 'a lot');
    assertError(sampleWith('tolerance: 0.01', 'tolerance: -1'), /0 or more/, '-1');
  });
});

describe('An experiment', () => {
  it('has what its preset changes, and over it what it changes itself', () => {
    const { run, rounds } = sectionIn(lessonIn(SAMPLE), 'experiment');
    assert.deepEqual(run, { r1Weight: 0, generatorSteps: 5, discriminatorLearningRate: 1e-3, seed: 1 });
    assert.equal(rounds, 400);
    const stronger = lessonIn(sampleWith('run: { seed: 1 }', 'run: { generatorSteps: 7 }'));
    assert.equal(sectionIn(stronger, 'experiment').run.generatorSteps, 7);
  });

  it('has a preset that exists', () => {
    assertError(
      sampleWith('preset: modeCollapse', 'preset: modecolapse'),
      /Did you mean "modeCollapse"/,
      'modecolapse',
    );
  });

  it('has hyperparameters that work together', () => {
    const text = sampleWith('run: { seed: 1 }', 'run: { data: ring, generatorNetwork: convolutional }');
    assertError(text, /Points have no neighbouring pixels/, 'data: ring');
    assertError(
      sampleWith('data: digits', 'discriminatorNormalization: batch'),
      /batch normalization/,
      'run: {',
    );
  });
});

describe('Changes to try', () => {
  it('are buttons with labels', () => {
    assert.deepEqual(sectionIn(lessonIn(SAMPLE), 'try').choices, [
      { label: 'One step', changes: { generatorSteps: 1 } },
      { label: 'A faster inspector', changes: { discriminatorLearningRate: 0.004 } },
    ]);
  });

  it('change something', () => {
    assertError(
      sampleWith('changes: { generatorSteps: 1 }', 'changes: {}'),
      /changes nothing/,
      'changes: {}',
    );
    const choices = /choices: \[.*\] \}/.exec(SAMPLE)?.[0] ?? '';
    assertError(sampleWith(choices, 'choices: [] }'), /nothing to try/, 'choices: []');
  });
});

describe('A goal', () => {
  it('has conditions, a time, and how many knobs may be turned', () => {
    const { conditions, time, experiment, knobs } = sectionIn(lessonIn(SAMPLE), 'goal');
    assert.deepEqual(conditions, [{ measure: 'effectiveModes', is: 'above', value: 5 }]);
    assert.deepEqual([time, experiment, knobs], [{ at: 400 }, 'collapse', 1]);
  });

  it('counts as many points as it says, within bounds', () => {
    assert.equal(sectionIn(lessonIn(SAMPLE), 'goal').points, undefined);
    assert.equal(sectionIn(lessonIn(sampleWith('knobs: 1', 'knobs: 1, points: 2.5')), 'goal').points, 2.5);
    const { lesson, diagnostics } = parseLesson(sampleWith('knobs: 1', 'knobs: 1, points: 101'), {
      language: 'en',
    });
    assert.equal(lesson, undefined);
    assert.match(diagnostics[0]?.message ?? '', /Points are a number from 0 to 100, not 101/);
  });

  it('may be judged within bounds', () => {
    const { time } = sectionIn(lessonIn(sampleWith('at: 400', 'from: 200, by: 400')), 'goal');
    assert.deepEqual(time, { from: 200, by: 400 });
  });

  it('is judged at some time, and not at two', () => {
    assertError(sampleWith('at: 400, ', ''), /Say when/, 'five-kinds');
    assertError(sampleWith('at: 400, ', 'at: 400, by: 300, '), /Say when/, 'five-kinds');
    assertError(sampleWith('at: 400, ', 'from: 300, by: 200, '), /never be reached/, 'five-kinds');
  });

  it('is judged within the run of its experiment', () => {
    assertError(sampleWith('at: 400', 'at: 500'), /stops at round 400, before round 500/, 'at: 500');
    assertError(
      sampleWith('at: 400, experiment: collapse', 'by: 500'),
      /stops at round 400, before round 500/,
      'by: 500',
    );
  });

  it('asks for a measure that exists', () => {
    assertError(
      sampleWith('measure: effectiveModes', 'measure: effectivModes'),
      /Did you mean "effectiveModes"/,
      'effectivModes',
    );
    assertError(sampleWith('is: above', 'is: over'), /"above"/, 'is: over');
  });
});

describe('A formula', () => {
  it('is shown with its symbols, of which some are live', () => {
    const { html, symbols } = sectionIn(lessonIn(SAMPLE), 'formula');
    assert.match(html, /<p class="formula"><math [^>]*display="block">/);
    assert.deepEqual(
      symbols.map(({ meaning, live }) => [meaning, live]),
      [['his word on an original', 'meanOnReal']],
    );
    assert.match(symbols[0]?.html ?? '', /^<math .*<mi>D<\/mi>/);
  });

  it('is there', () => {
    const text = SAMPLE.replaceAll('$$\n', '');
    assertError(text, /formula is missing/, 'discriminator-loss');
  });

  it('has its symbols in single quotation marks if they have backslashes', () => {
    assertError(sampleWith('tex: "D(x)"', 'tex: "\\nabla"'), /single ones/, 'tex:');
    assertError(sampleWith('tex: "D(x)"', 'tex: "\\lambda"'), /single ones/, 'tex:');
    const { symbols } = sectionIn(lessonIn(sampleWith('tex: "D(x)"', "tex: '\\nabla'")), 'formula');
    assert.match(symbols[0]?.html ?? '', /∇/);
  });

  it('names symbols that can be read', () => {
    assertError(sampleWith('tex: "D(x)"', 'tex: "\\\\frac{1"'), /formula cannot be read/, 'tex:');
  });
});

describe('An activity', () => {
  it('opens a part of the product', () => {
    assert.equal(sectionIn(lessonIn(SAMPLE), 'activity').opens, 'inspectorGame');
  });

  it('opens nothing that does not exist', () => {
    assertError(
      sampleWith('opens: inspectorGame', 'opens: inspector'),
      /one of "inspectorGame"/,
      'opens: inspector',
    );
  });
});

describe('A figure', () => {
  const withFigure = sampleWith(
    '<!-- activity: { id: be-the-inspector, opens: inspectorGame } -->',
    '<!-- figure: { id: be-the-inspector, shows: circling } -->',
  );

  it('is one of those of the program', () => {
    assert.equal(sectionIn(lessonIn(withFigure), 'figure').shows, 'circling');
  });

  it('shows nothing that does not exist', () => {
    assertError(withFigure.replace('circling', 'circles'), /one of "circling"/, 'shows: circles');
  });
});

describe('Links to other lessons', () => {
  it('are told with their places, to be compared with the course', () => {
    const { links } = parseLesson(SAMPLE, SOURCE);
    assert.deepEqual(
      links.map(({ lesson, id, line }) => [lesson, id, line]),
      [
        ['forger-and-inspector', undefined, lineOf(SAMPLE, 'needs:')],
        ['inspector-learns', undefined, lineOf(SAMPLE, 'from: inspector-learns')],
        ['mode-collapse', 'repair', lineOf(SAMPLE, 'lesson:mode-collapse')],
      ],
    );
  });

  it('stay as they are written, for the panel to follow', () => {
    assert.match(sectionIn(lessonIn(SAMPLE), 'passage').html, /<a href="lesson:mode-collapse#repair">/);
  });

  it('have the form of an id', () => {
    assertError(sampleWith('lesson:mode-collapse', 'lesson:Mode_7'), /lesson:its-id/, 'lesson:Mode_7');
  });
});

describe('What goes deeper', () => {
  it('has its heading and its text, and nothing to do', () => {
    const { title, html, ...rest } = sectionIn(lessonIn(SAMPLE), 'deeper');
    assert.deepEqual(rest, { kind: 'deeper', id: 'why-two-halves' });
    assert.equal(title, 'Why 1.386?');
    assert.match(html, /Two halves, each of <math/);
  });

  it('has no key but its id', () => {
    assertError(
      sampleWith('{ id: why-two-halves }', '{ id: why-two-halves, regions: [notes] }'),
      /regions/,
      'regions: [notes]',
    );
  });
});

import assert from 'node:assert/strict';
import { suggestionsAt, type Suggestion } from '../../../src/authoring/suggestions';
import { parseLesson } from '../../../src/lessons/lessonParser';
import { HYPERPARAMETER_NAMES } from '../../../src/shared/domain/hyperparameters';
import { PHASES } from '../../../src/shared/domain/phases';
import { PRESETS } from '../../../src/shared/domain/presets';
import { SAMPLE } from '../lessons/sampleLesson';

const CURSOR = '‸';

const LESSONS = [
  { id: 'forger-and-inspector', title: 'The forger and the inspector' },
  { id: 'mode-collapse', title: 'Everyone gets the same picture' },
];

/** What is offered where a text has its cursor. */
function offeredIn(text: string): readonly Suggestion[] {
  const offset = text.indexOf(CURSOR);
  assert.ok(offset >= 0, 'no cursor');
  return suggestionsAt(text.replace(CURSOR, ''), offset, LESSONS).offered;
}

function labelsIn(text: string): string[] {
  return offeredIn(text).map(({ label }) => label);
}

/** What is offered in a directive below a heading of the third level, whatever follows in the file. */
function labelsInDirective(directive: string, heading = '### A section'): string[] {
  return labelsIn(
    `---\nid: a\n---\n\n## S\n<!-- step: { id: s } -->\n\n${heading}\n${directive}\n\nProse.\n`,
  );
}

/** The text after a suggestion was taken, with its placeholders as they come. */
function afterTaking(text: string, label: string): string {
  const offset = text.indexOf(CURSOR);
  const bare = text.replace(CURSOR, '');
  const { start, end, offered } = suggestionsAt(bare, offset, LESSONS);
  const insert = offered.find((one) => one.label === label)?.insert ?? assert.fail(`no ${label}`);
  const plain = insert
    .replaceAll(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replaceAll(/\$\{\d+:([^}]*)\}/g, '$1')
    .replaceAll(/\$\d+/g, '');
  return bare.slice(0, start) + plain + bare.slice(end);
}

describe('In front matter are offered', () => {
  it('the keys that are not there yet', () => {
    assert.deepEqual(labelsIn(`---\nid: a\n${CURSOR}\ntitle: T\n---\n`), [
      'number',
      'summary',
      'level',
      'minutes',
      'needs',
      'run',
      'hide',
    ]);
  });

  it('keys of which a part is written, also before the front matter is closed', () => {
    assert.ok(labelsIn(`---\nid: a\nle${CURSOR}`).includes('level'));
  });

  it('keys with their meaning', () => {
    const summary = offeredIn(`---\n${CURSOR}\n---\n`).find(({ label }) => label === 'summary');
    assert.match(summary?.explanation ?? '', /one sentence/);
    assert.equal(summary?.insert, 'summary: ');
  });

  it('the levels', () => {
    assert.deepEqual(labelsIn(`---\nlevel: ${CURSOR}\n---\n`), ['beginner', 'intermediate', 'advanced']);
    assert.deepEqual(labelsIn(`---\nlevel: adv${CURSOR}\ntitle: T\n---\n`), [
      'beginner',
      'intermediate',
      'advanced',
    ]);
  });

  it('the lessons that there are', () => {
    assert.deepEqual(labelsIn(`---\nneeds: [${CURSOR}]\n---\n`), ['forger-and-inspector', 'mode-collapse']);
  });

  it('hyperparameters with their range, in braces and on lines', () => {
    const offered = offeredIn(`---\nrun: { data: digits, ${CURSOR} }\n---\n`);
    assert.deepEqual(
      offered.map(({ label }) => label).toSorted(),
      HYPERPARAMETER_NAMES.filter((name) => name !== 'data').toSorted(),
    );
    assert.match(
      offered.find(({ label }) => label === 'batchSize')?.explanation ?? '',
      /from 2 to 256; for portraits 32/,
    );
    assert.ok(labelsIn(`---\nrun:\n  se${CURSOR}\ntitle: T\n---\n`).includes('seed'));
  });

  it('the values of hyperparameters', () => {
    assert.ok(labelsIn(`---\nrun: { loss: ${CURSOR} }\n---\n`).includes('wasserstein'));
    assert.deepEqual(labelsIn(`---\nrun: { r1Weight: ${CURSOR} }\n---\n`), ['0.6']);
    assert.deepEqual(labelsIn(`---\nrun:\n  conditional: ${CURSOR}\n---\n`), ['no', 'yes']);
  });
});

describe('In a directive are offered', () => {
  it('its names, each with what it needs', () => {
    assert.deepEqual(labelsInDirective(`<!-- ${CURSOR}`, '## A step'), ['step']);
    const labels = labelsInDirective(`<!-- ${CURSOR} -->`);
    assert.ok(
      labels.includes('passage') && labels.includes('goal') && !labels.includes('step'),
      labels.join(),
    );
    assert.deepEqual(labelsInDirective(`Prose.\n\n<!-- ${CURSOR}`), []);
  });

  it('names that make a directive with the id of the heading', () => {
    const text = `### What he sees\n<!-- ${CURSOR}`;
    assert.equal(
      afterTaking(text, 'activity'),
      '### What he sees\n<!-- activity: { id: what-he-sees, opens: inspectorGame } -->',
    );
    assert.equal(
      afterTaking('### 目标\n<!-- go‸ -->', 'goal').split('\n')[1],
      '<!-- goal: { id: goal, when: [{ measure: discriminatorLoss, is: below, value: 1 }], at: 400 } -->',
    );
  });

  it('directives that the parser understands, but for what only their author can say', () => {
    for (const name of ['passage', 'experiment', 'try', 'activity']) {
      const text = afterTaking(`${SAMPLE}\n### New\n<!-- ${CURSOR}`, name);
      const errors = parseLesson(text, { language: 'en' }).diagnostics.filter(
        ({ severity }) => severity === 'error',
      );
      assert.ok(
        errors.every(({ message }) => /changes nothing/.test(message)),
        `${name}: ${JSON.stringify(errors)}`,
      );
    }
  });

  it('the keys that it may have and has not', () => {
    assert.deepEqual(labelsInDirective(`<!-- passage: { id: a, ${CURSOR} } -->`), [
      'when',
      'regions',
      'lecture',
    ]);
    assert.deepEqual(labelsInDirective(`<!-- passage: { ${CURSOR}, regions: [pile] } -->`), [
      'id',
      'when',
      'lecture',
    ]);
    assert.deepEqual(labelsInDirective(`<!-- passage: { id: a, when: { ${CURSOR}`), [
      'phase',
      'fromRound',
      'beforeRound',
      'fooled',
    ]);
    assert.deepEqual(labelsInDirective(`<!-- goal: { id: g, when: [{ measure: miniFid, ${CURSOR} }] } -->`), [
      'is',
      'value',
    ]);
  });

  it('only keys that go with what was chosen', () => {
    assert.deepEqual(labelsInDirective(`<!-- question: { id: q, type: number, ${CURSOR} } -->`), [
      'points',
      'from',
      'answer',
      'tolerance',
      'unit',
    ]);
    assert.deepEqual(labelsInDirective(`<!-- question: { id: q, type: single, ${CURSOR} } -->`), [
      'points',
      'from',
    ]);
    assert.ok(labelsInDirective(`<!-- question: { id: q, ${CURSOR} } -->`).includes('answer'));
  });

  it('keys that bring the braces or brackets of their value', () => {
    const text = `## S\n<!-- step: { id: s, ${CURSOR} } -->`;
    assert.match(afterTaking(text, 'lock'), /lock: \[\] \} -->/);
    assert.match(
      afterTaking(`### P\n<!-- passage: { id: s, ${CURSOR} } -->`, 'when'),
      /when: \{ {2}\} \} -->/,
    );
  });

  it('phases, regions, measures, presets, activities and types', () => {
    assert.deepEqual(labelsInDirective(`<!-- passage: { id: a, when: { phase: ${CURSOR} } } -->`), [
      ...PHASES,
    ]);
    assert.ok(
      labelsInDirective(`<!-- passage: { id: a, regions: [verdict, ${CURSOR}] } -->`).includes('filmstrip'),
    );
    assert.ok(
      labelsInDirective(`<!-- goal: { id: g, when: [{ measure: ${CURSOR} }] } -->`).includes(
        'effectiveModes',
      ),
    );
    assert.deepEqual(labelsInDirective(`<!-- goal: { id: g, when: [{ is: ${CURSOR} }] } -->`), [
      'below',
      'above',
    ]);
    assert.deepEqual(
      labelsInDirective(`<!-- experiment: { id: e, preset: ${CURSOR} } -->`),
      PRESETS.map(({ id }) => id),
    );
    assert.ok(labelsInDirective(`<!-- activity: { id: a, opens: la${CURSOR} } -->`).includes('latentWalk'));
    assert.deepEqual(labelsInDirective(`<!-- question: { id: q, type: ${CURSOR} } -->`), [
      'single',
      'multiple',
      'number',
    ]);
    assert.deepEqual(labelsInDirective(`<!-- passage: { id: a, when: { fooled: ${CURSOR} } } -->`), [
      'true',
      'false',
    ]);
  });

  it('words with their meaning', () => {
    const [first] = offeredIn(`### P\n<!-- passage: { id: a, when: { phase: ${CURSOR} } } -->`);
    assert.match(first?.explanation ?? '', /museum lends/);
  });

  it('the experiments of the lesson and the lessons of the course', () => {
    const text = SAMPLE.replace('experiment: collapse }', `experiment: ${CURSOR} }`);
    assert.deepEqual(labelsIn(text), ['collapse']);
    assert.deepEqual(labelsInDirective(`<!-- question: { id: q, type: single, from: ${CURSOR} } -->`), [
      'forger-and-inspector',
      'mode-collapse',
    ]);
  });

  it('hyperparameters in lists and in changes', () => {
    assert.ok(
      labelsInDirective(`<!-- step: { id: s, hide: [${CURSOR}] } -->`, '## S').includes('r1Interval'),
    );
    assert.ok(
      labelsInDirective(
        `<!-- try: { id: t, choices: [{ label: One, changes: { ${CURSOR} } }] } -->`,
      ).includes('seed'),
    );
  });
});

describe('In links are offered', () => {
  it('the steps and sections of the lesson', () => {
    const labels = labelsIn(SAMPLE.replace('(#the-cast)', `(#the${CURSOR})`));
    assert.deepEqual(labels.slice(0, 3), ['the-cast', 'judge', 'five-steps']);
  });

  it('the lessons of the course', () => {
    assert.deepEqual(labelsIn(SAMPLE.replace('(lesson:mode-collapse#repair)', `(lesson:${CURSOR})`)), [
      'forger-and-inspector',
      'mode-collapse',
    ]);
  });
});

describe('Nothing is offered', () => {
  it('in prose, in comments and in quotation marks', () => {
    for (const text of [
      `---\nid: a\n---\n\nProse ${CURSOR}`,
      `<!-- A note ${CURSOR} -->`,
      `### P\n<!-- try: { id: t, choices: [{ label: "One, ${CURSOR}" }] } -->`,
      CURSOR,
    ]) {
      assert.deepEqual(labelsIn(text), [], text);
    }
  });

  it('anywhere at a cost: every place of a lesson is answered at once', function () {
    this.timeout(60_000);
    for (let offset = 0; offset <= SAMPLE.length; offset += 3) {
      const began = performance.now();
      suggestionsAt(SAMPLE, offset, LESSONS);
      suggestionsAt(SAMPLE.slice(0, offset), offset, LESSONS);
      assert.ok(performance.now() - began < 500, `at ${offset}`);
    }
  });
});

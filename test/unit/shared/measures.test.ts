import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  columnOf,
  countMeasuredRounds,
  isQualityRound,
  lastMeasuredRound,
  MEASURES,
  QUALITY_MEASURES,
  ROUND_MEASURES,
  specOf,
  type Measure,
} from '../../../src/shared/domain/measures';
import { describeMeasure, measureHint, measureName } from '../../../src/shared/words/measureWords';
import { metricsTable } from '../../../src/export/metricsTable';
import { parseLesson } from '../../../src/lessons/lessonParser';
import { chartsOf } from '../../../webview/lesson/evidence/charts/specs';
import { CHART_TABS } from '../../../webview/lesson/evidence/tabs';
import { aSeries } from '../builders';

const ROOT = process.cwd();
const LESSON = (measure: Measure, value: number): string => `---
id: mine
number: 1
title: Mine
summary: S.
level: beginner
minutes: 5
run: { seed: 1 }
---
Intro.

## Step
<!-- step: { id: s } -->

### Reach
<!-- goal: { id: g, when: [{ measure: ${measure}, is: above, value: ${value} }], at: 400 } -->

x
`;

function sourceFiles(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.join(folder, name));
}

describe('Every measure', () => {
  it('has a name of its own, a sentence that says what it is, and bounds', () => {
    assert.equal(new Set(MEASURES.map(measureName)).size, MEASURES.length, 'two measures share a name');
    for (const measure of MEASURES) {
      assert.match(describeMeasure(measure) ?? '', /\.$/, `measureWords: "${measure}" lacks its sentence`);
      assert.ok(specOf(measure).least < specOf(measure).most, `measures: the bounds of "${measure}"`);
    }
  });

  it('is drawn in a chart under its name', () => {
    const circumstances = { onPlane: false, modes: 6, loss: 'nonSaturating' } as const;
    const lines = CHART_TABS.flatMap((tab) => chartsOf(tab, circumstances).flatMap((chart) => chart.lines));
    for (const measure of MEASURES) {
      const line = lines.find((drawn) => drawn.measure === measure);
      assert.equal(line?.name, measureName(measure), `specs.ts: no chart draws "${measure}"`);
    }
  });

  it('has a column in the series of a run and in the exported table', () => {
    const series = aSeries(
      Object.fromEntries(ROUND_MEASURES.map((measure) => [measure, { 1: 0.5 }])),
      Object.fromEntries(QUALITY_MEASURES.map((measure) => [measure, { 10: 0.5 }])),
    );
    const [head = ''] = metricsTable(series).split('\r\n');
    for (const measure of MEASURES) {
      assert.deepEqual([...columnOf(series, measure).values], [0.5], measure);
      assert.ok(head.split(',').includes(measure), `${measure} in the exported table`);
    }
  });

  it('can be what a goal asks for, within its bounds', () => {
    for (const measure of MEASURES) {
      const { most, least } = specOf(measure);
      const inside = Number.isFinite(most) ? most - 0.001 : Math.max(least, 0) + 1;
      assert.deepEqual(parseLesson(LESSON(measure, inside), { language: 'en' }).diagnostics, [], measure);
      if (Number.isFinite(most)) {
        const [never] = parseLesson(LESSON(measure, most), { language: 'en' }).diagnostics;
        assert.match(never?.message ?? '', /can never be reached/, measure);
      }
    }
  });

  it('is named and explained in one place alone', () => {
    const words = readFileSync(path.join(ROOT, 'src/shared/words/measureWords.ts'), 'utf8');
    const sentences = MEASURES.flatMap((measure) => [
      measureName(measure),
      describeMeasure(measure) ?? '',
      measureHint(measure) ?? '',
    ]).filter((text) => text !== '' && words.includes(text));
    assert.ok(sentences.length >= 2 * MEASURES.length);
    const others = [...sourceFiles('src'), ...sourceFiles('webview')].filter(
      (file) => !file.endsWith('measureWords.ts'),
    );
    const doubles = others.flatMap((file) => {
      const text = readFileSync(path.join(ROOT, file), 'utf8');
      return sentences
        .filter((sentence) => text.includes(`l10n.t('${sentence}'`))
        .map((name) => `${file}: ${name}`);
    });
    assert.deepEqual(doubles, []);
  });
});

describe('A gradient norm', () => {
  it('is said to be what is computed: the mean over the updates of a round', () => {
    for (const measure of ['discriminatorGradientNorm', 'generatorGradientNorm'] as const) {
      assert.match(describeMeasure(measure) ?? '', /the mean over h(?:is|er) updates of a round/);
    }
    const [chart] = chartsOf('gradients', { onPlane: false, modes: 6, loss: 'hinge' });
    assert.equal(chart?.hint, 'logarithmic; mean over the updates of each round');
  });
});

describe('The rounds in which something is measured', () => {
  it('are all for a loss, and some for quality', () => {
    assert.equal(lastMeasuredRound('generatorLoss', 403), 403);
    assert.equal(lastMeasuredRound('miniFid', 403), 400);
    assert.equal(lastMeasuredRound('miniFid', 19), 10);
    assert.equal(countMeasuredRounds(['generatorLoss'], 390, 410), 21);
    const rounds = Array.from({ length: 1000 }, (_, index) => index + 1).filter(isQualityRound);
    assert.equal(countMeasuredRounds(['generatorLoss', 'miniFid'], 1, 1000), rounds.length);
    assert.equal(countMeasuredRounds(['miniFid'], 401, 449), 0);
  });
});

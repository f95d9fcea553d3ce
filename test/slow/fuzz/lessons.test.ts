import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readLink } from '../../../src/lessons/lessonLinks';
import { MOST_DIAGNOSTICS } from '../../../src/lessons/lessonDiagnostics';
import { parseLesson } from '../../../src/lessons/lessonParser';
import { COUNT, FixedRandom, isFiniteThroughout, mutatedOften, Stopwatch, withStacksOfHost } from './fuzzing';

const NASTY = [
  '![',
  '](',
  '$$\n',
  '`',
  '> ',
  '- [x] ',
  '\n### a\n<!-- passage: { id: a } -->\n',
  '<!-- goal: { id: g, at: 1e9 } -->',
  '*a, ',
  '&a ',
  '{ constructor: 1 }',
  '\r',
  '\0',
  '\uD800',
  '<b>',
  '\n|a|\n|-|\n',
  '\\frac{',
  '%zz',
  '../',
  'javascript:',
] as const;

const COURSE = readdirSync('lessons', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => readFileSync(path.join('lessons', name), 'utf8'));

describe('10,000 mutated lessons', function () {
  this.timeout(1_800_000);
  withStacksOfHost();

  it('are each answered without a throw, in little time and with few problems', () => {
    const random = new FixedRandom(20_261_201);
    const watch = new Stopwatch();
    let lessons = 0;
    for (let count = 0; count < COUNT; count += 1) {
      const text = mutatedOften(COURSE[random.below(COURSE.length)] ?? '', random, NASTY);
      const { lesson, diagnostics } = watch.run(
        () => parseLesson(text, { language: 'en' }),
        () => `text ${count}: ${JSON.stringify(text)}`,
      );
      assert.ok(diagnostics.length <= MOST_DIAGNOSTICS + 1);
      assert.ok(isFiniteThroughout(lesson));
      lessons += lesson === undefined ? 0 : 1;
    }
    watch.report(lessons);
  });
});

describe('10,000 mutated links in lessons', () => {
  it('are each read or refused, and never lead out of the folder', () => {
    const random = new FixedRandom(7);
    const links = [
      'lesson:one-round#the-step',
      '#anchor',
      'pictures/a b.png',
      'https://example.org/x',
    ] as const;
    for (let count = 0; count < COUNT; count += 1) {
      const link = mutatedOften(random.of(links), random, NASTY);
      const target = readLink(link);
      if (target.kind === 'image') {
        assert.ok(!/^[/\\]|\\|^[a-z]+:/i.test(target.path) && !target.path.split('/').includes('..'), link);
      }
    }
  });
});

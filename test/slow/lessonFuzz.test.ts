import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readLink } from '../../src/lessons/lessonLinks';
import { MOST_DIAGNOSTICS } from '../../src/lessons/lessonDiagnostics';
import { parseLesson } from '../../src/lessons/lessonParser';

/** A linear congruential generator (Numerical Recipes), so that a failure can be repeated. */
class Random {
  constructor(private state: number) {}

  /** A whole number from 0 to below `limit`. */
  below(limit: number): number {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.state / 2 ** 32) * limit);
  }

  of<T>(values: readonly [T, ...T[]]): T {
    return values[this.below(values.length)] ?? values[0];
  }
}

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

/** Milliseconds of processor time that reading one text may take. */
const MOST_MS = 500;

function mutated(text: string, random: Random): string {
  const at = random.below(text.length);
  const to = Math.min(text.length, at + random.below(400));
  switch (random.below(4)) {
    case 0:
      return text.slice(0, at) + text.slice(to);
    case 1:
      return text.slice(0, to) + text.slice(at);
    case 2:
      return text.slice(0, at) + String.fromCharCode(random.below(0x10000)) + text.slice(at + 1);
    default:
      return text.slice(0, at) + random.of(NASTY).repeat(1 + random.below(2000)) + text.slice(at);
  }
}

describe('10,000 mutated lessons', function () {
  this.timeout(1_200_000);

  it('are each answered without a throw, in little time and with few problems', () => {
    const random = new Random(20_261_201);
    let slowest = 0;
    for (let count = 0; count < 10_000; count += 1) {
      let text = COURSE[random.below(COURSE.length)] ?? '';
      for (let changes = 1 + random.below(4); changes > 0; changes -= 1) {
        text = mutated(text, random);
      }
      const began = process.cpuUsage();
      const { diagnostics } = parseLesson(text, { language: 'en' });
      const { user, system } = process.cpuUsage(began);
      const ms = (user + system) / 1000;
      slowest = Math.max(slowest, ms);
      assert.ok(ms < MOST_MS, `text ${count} took ${ms} ms: ${JSON.stringify(text.slice(0, 2000))}`);
      assert.ok(diagnostics.length <= MOST_DIAGNOSTICS + 1);
    }
    console.log(`the slowest took ${slowest.toFixed(0)} ms`);
  });
});

describe('10,000 mutated links', () => {
  it('are each read or refused, and never lead out of the folder', () => {
    const random = new Random(7);
    const links = [
      'lesson:one-round#the-step',
      '#anchor',
      'pictures/a b.png',
      'https://example.org/x',
    ] as const;
    for (let count = 0; count < 10_000; count += 1) {
      let link: string = random.of(links);
      for (let changes = 1 + random.below(4); changes > 0; changes -= 1) {
        link = mutated(link, random);
      }
      const target = readLink(link);
      if (target.kind === 'image') {
        assert.ok(!/^[/\\]|\\|^[a-z]+:/i.test(target.path) && !target.path.split('/').includes('..'), link);
      }
    }
  });
});

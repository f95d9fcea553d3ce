import assert from 'node:assert/strict';
import { LONGEST_LESSON, parseLesson } from '../../../src/lessons/lessonParser';
import { ALLOWED_ATTRIBUTES, ALLOWED_TAGS } from '../../../webview/lesson/notes/allowedHtml';
import { htmlOf } from './reading';
import { SAMPLE } from './sampleLesson';

/** A linear congruential generator (Numerical Recipes), so that a failure can be repeated. */
class Random {
  constructor(private state: number) {}

  /** A whole number from 0 to below `limit`. */
  below(limit: number): number {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.state / 2 ** 32) * limit);
  }
}

/** What the readers of YAML, Markdown and directives look for, and what tries to get past them. */
const PIECES = [
  ...['---', '--- ', '...', '\n', '\r', '\r\n', '\t', '\0', '\uD800', '\uFEFF', '\u2028', '😀'],
  ...['{', '}', '[', ']', ': ', ', ', '- ', '? ', '&a', '*a', '!!js/function x', '|\n', '>\n', '"', "'", '#'],
  ...['__proto__: 1', 'constructor', 'toString', '1e999', '-0', '.nan', 'null', '~', '0x10', 'true'],
  ...[
    '## ',
    '### ',
    '# ',
    '\n==\n',
    '\n--\n',
    '> ',
    '    ',
    '```',
    '~~~',
    '|',
    '|-|\n',
    '`',
    '**',
    '_',
    '\\',
  ],
  ...['<!--', '-->', '<!-- step: { id: a } -->', '<!-- passage: { id: a } -->', '<!-- step:', '<b>', '</b>'],
  ...[
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">',
    '<![CDATA[',
  ],
  ...[
    '](javascript:alert(1))',
    '](java&#115;cript:alert(1))',
    '](command:x)',
    '![x](data:text/html,x)',
    '](%zz)',
  ],
  ...[
    '[a]: javascript:x "t"',
    '[a]',
    '<javascript:x>',
    '<https://a.org>',
    '](../../x.png)',
    '](x.png)',
    '&#0;',
  ],
  ...[
    '$',
    '$$',
    '\n$$\n',
    '\\frac{',
    '\\left(',
    '{a}^',
    '\\def\\a{\\a}\\a',
    '\\href{x}{',
    '\\color{',
    '\\begin{array}{',
  ],
  ...[
    '- [ ] ',
    '- [x] ',
    '\n> ',
    '<!-- goal: { id: g }',
    '<!-- question: { id: q, type: number }',
    'lesson:a#b',
  ],
  ...['type: ', 'answer: ', 'preset: ', 'choices: [', 'symbols: [', 'tex: ', 'opens: ', 'at: ', 'reveal: -1'],
  ...[':real:', ':fake:', ':real', 'regions:', 'when:', 'fromRound: ', 'run:', 'seed: '],
];

/** One small damage: a piece cut out, doubled, moved or put in, or a character changed. */
function damage(text: string, random: Random): string {
  const from = random.below(text.length + 1);
  const to = Math.min(text.length, from + random.below(60));
  const elsewhere = random.below(text.length + 1);
  switch (random.below(6)) {
    case 0:
      return text.slice(0, from) + text.slice(to);
    case 1:
      return text.slice(0, to) + text.slice(from);
    case 2:
      return text.slice(0, elsewhere) + text.slice(from, to) + text.slice(elsewhere);
    case 3:
      return text.slice(0, from) + String.fromCharCode(random.below(0x10000)) + text.slice(from + 1);
    case 4:
      return text.slice(0, from);
    default: {
      const piece = PIECES[random.below(PIECES.length)] ?? '';
      return text.slice(0, from) + piece.repeat(1 + random.below(4)) + text.slice(from);
    }
  }
}

/** Asserts that HTML has only tags and attributes that the panel lets pass. */
function assertHarmless(html: string) {
  for (const [, tag = '', attributes = ''] of html.matchAll(/<\/?([^\s>/]+)([^>]*)>/g)) {
    assert.ok(ALLOWED_TAGS.includes(tag), `<${tag}> in ${html}`);
    const names = [...attributes.replaceAll(/"[^"]*"/g, '').matchAll(/[^\s=]+/g)].map(([name]) => name);
    assert.deepEqual(
      names.filter((name) => !ALLOWED_ATTRIBUTES.includes(name)),
      [],
      html,
    );
    const [, target] = /(?:href|src)="([^"]*)"/.exec(attributes) ?? [];
    assert.doesNotMatch(target ?? '', /^\s*(?!https?:|lesson:)[a-z][a-z0-9+.-]*:|^\/|\.\.\//i, html);
  }
}

/** Asserts what must hold for any text whatsoever. */
function assertSound(text: string) {
  const { lesson, diagnostics } = parseLesson(text, { language: 'en' });
  assert.equal(
    lesson === undefined,
    diagnostics.some(({ severity }) => severity === 'error'),
  );
  const lines = text.replaceAll(/\r\n?/g, '\n').split('\n');
  for (const { line, column, message } of diagnostics) {
    assert.ok(column <= (lines[line]?.length ?? -1), `${line}:${column} is not in the text: ${message}`);
    assert.notEqual(message, '');
  }
  if (lesson) {
    htmlOf(lesson).forEach(assertHarmless);
  }
}

describe('The lesson parser, given damaged lessons', () => {
  /** Milliseconds for one file on a busy machine; each takes about one. */
  const bound = 2000;
  const rounds = 10_000;

  it(`answers each of ${rounds} soundly and in time`, function () {
    this.timeout(120_000);
    const random = new Random(20_250_601);
    for (let round = 0; round < rounds; round += 1) {
      let text = SAMPLE;
      for (let damages = 1 + random.below(8); damages > 0; damages -= 1) {
        text = damage(text, random);
      }
      const began = performance.now();
      try {
        assertSound(text);
      } catch (error) {
        throw new Error(`Text ${round}: ${JSON.stringify(text)}`, { cause: error });
      }
      assert.ok(performance.now() - began < bound, `Text ${round}: ${JSON.stringify(text)}`);
    }
  });

  it('still reads some of them as lessons, so that what it makes of them is looked at', () => {
    const random = new Random(7);
    const texts = Array.from({ length: 200 }, () => damage(SAMPLE, random));
    const read = texts.filter((text) => parseLesson(text, { language: 'en' }).lesson);
    assert.ok(read.length > 20, `${read.length} of ${texts.length}`);
  });

  it('answers in time when one piece is repeated to the greatest length', function () {
    this.timeout(240_000);
    const head = SAMPLE.slice(0, SAMPLE.indexOf('## The cast'));
    for (const piece of PIECES) {
      const text = head + piece.repeat(Math.floor((LONGEST_LESSON - head.length) / piece.length));
      const began = performance.now();
      assertSound(text);
      assert.ok(performance.now() - began < 5 * bound, JSON.stringify(piece));
    }
  });
});

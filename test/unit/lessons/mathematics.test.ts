import assert from 'node:assert/strict';
import { LONGEST_TEX, renderTex } from '../../../src/lessons/mathematics/renderTex';
import { ALLOWED_ATTRIBUTES, ALLOWED_TAGS } from '../../../webview/lesson/notes/allowedHtml';
import { assertError, errorIn, lessonIn, sectionIn } from './reading';
import { sampleWith } from './sampleLesson';

/** What a passage becomes that says this. */
function htmlOf(markdown: string): string {
  return sectionIn(lessonIn(sampleWith('One at a time.', markdown)), 'try').html;
}

function mathMLOf(tex: string): string {
  const rendered = renderTex(tex, 'block');
  assert.ok(rendered.ok, tex);
  return rendered.html;
}

describe('Formulas in a lesson', () => {
  it('stand between dollars in a line', () => {
    assert.match(
      htmlOf('So $D(x)$, or not.'),
      /^<p>So <math [^>]*>.*<mi>D<\/mi>.*<\/math>, or not\.<\/p>\n$/,
    );
    assert.match(htmlOf('判别器 $D$的输出'), /<mi>D<\/mi>/);
  });

  it('stand between double dollars on lines of their own', () => {
    for (const block of ['$$ x $$', '$$\nx\n$$', '$$x\n$$', 'Words\n$$\nx\n$$\nmore']) {
      assert.match(htmlOf(block), /<p class="formula"><math [^>]*display="block"><mrow><mi>x<\/mi>/, block);
    }
    assert.match(htmlOf('- one\n\n  $$\n  x\n  $$'), /<li>[\s\S]*<p class="formula">/);
  });

  it('are not seen in prices, in code and behind a backslash', () => {
    for (const text of [
      'It costs $5 or $6.',
      'US$5 and $x',
      '`$x$`',
      '\\$x$ and y',
      'a $ b $ c',
      '    $$\n    x',
    ]) {
      assert.doesNotMatch(htmlOf(text), /<math/, text);
    }
  });

  it('carry nothing but what the panel lets pass', () => {
    const formulas = [
      '\\frac{a}{b} \\sqrt{x} \\sqrt[3]{x} \\underbrace{a}_{b} \\overline{x} \\hat{x} \\vec{x} x_1^2 \\dots',
      '\\sum_{i=1}^n \\prod \\int_0^1 \\mathbb{E}_{x \\sim p}\\left[\\log D(x)\\right] \\max_D \\min_G \\nabla_\\theta',
      '\\begin{aligned} a &= b \\\\ c &= d \\end{aligned} \\begin{pmatrix} 1 & 2 \\end{pmatrix}',
      '\\begin{cases} 1 & \\text{if } x > 0 \\\\ 0 & \\text{else} \\end{cases} \\mathbf{z} \\mathrm{KL} \\mathcal{L}',
      '\\color{red} x \\cancel{x} \\boxed{y} \\lVert x \\rVert_2 \\big( \\quad \\phantom{x} \\operatorname{Var} \\tag{1}',
    ];
    for (const html of formulas.map(mathMLOf)) {
      for (const [, tag = '', attributes = ''] of html.matchAll(/<([^\s>/]+)([^>]*)>/g)) {
        assert.ok(ALLOWED_TAGS.includes(tag), tag);
        for (const [, name = ''] of attributes.matchAll(/([\w-]+)="/g)) {
          assert.ok(ALLOWED_ATTRIBUTES.includes(name), name);
        }
      }
    }
  });

  it('have the capitals of expectations and losses as characters, since browsers style them no more', () => {
    assert.match(mathMLOf('\\mathbb{E}'), /<mi>𝔼<\/mi>/);
    assert.match(mathMLOf('\\mathbb{R}'), /<mi>ℝ<\/mi>/);
    assert.match(mathMLOf('\\mathcal{L}'), /<mi>ℒ<\/mi>/);
    assert.match(mathMLOf('\\mathcal{A}'), /<mi>𝒜<\/mi>/);
  });

  it('have a thin space behind the name of a function, and none before a bracket', () => {
    const space = '<mspace width="0.1667em"></mspace>';
    assert.ok(mathMLOf('\\ln D').includes(`<mo>\u2061</mo>${space}<mi>D</mi>`));
    assert.ok(mathMLOf('\\min_G \\max_D V').includes(`<mi>G</mi></munder>${space}<munder>`));
    assert.ok(mathMLOf('\\min_G \\max_D V').includes(`<mi>D</mi></munder>${space}<mi>V</mi>`));
    for (const bracket of ['\\ln(1 - D)', '\\ln\\bigl(1 - D\\bigr)', '\\ln\\left(1\\right)']) {
      assert.ok(!mathMLOf(bracket).includes(space), bracket);
    }
  });

  it('have upright bars around a norm, and slanted ones for what is parallel', () => {
    assert.match(mathMLOf('\\lVert x \\rVert'), />‖<\/mo><mi>x<\/mi><mo[^>]*>‖<\/mo>/);
    assert.match(mathMLOf('\\left\\| x \\right\\|'), />‖<\/mo>/);
    assert.match(mathMLOf('a \\parallel b'), /<mo>∥<\/mo>/);
  });
});

describe('A formula that cannot be shown is an error', () => {
  it('at the place that cannot be read', () => {
    const text = sampleWith('One at a time.', 'Words, $\\frac{1$ and\n$$\na + \\nosuch\n$$');
    assertError(sampleWith('One at a time.', 'So $\\frac{1$'), /cannot be read.*not closed/, '\\frac{1');
    assertError(text.replace('$\\frac{1$', ''), /cannot be read.*nosuch/, '\\nosuch');
  });

  it('when it would load or link something', () => {
    assertError(
      sampleWith('One at a time.', '$\\href{https://a.org}{x}$'),
      /"\\href" may not be used/,
      '\\href',
    );
    assertError(sampleWith('One at a time.', '$\\htmlStyle{color: red}{x}$'), /htmlStyle/, '\\htmlStyle');
  });

  it('when it is not closed', () => {
    assertError(sampleWith('One at a time.', '$$\nxyz\n\nMore.'), /not closed/, '$$');
  });

  it('when it is too long, or all of them are', () => {
    assert.ok(!renderTex('x'.repeat(LONGEST_TEX + 1), 'inline').ok);
    assert.match(
      errorIn(sampleWith('One at a time.', `${'$x$ '.repeat(900)}\n\n`.repeat(25))).message,
      /All formulas/,
    );
  });

  it('in time, whatever it is', () => {
    const hostile = [
      '{',
      '\\sqrt{',
      '\\overbrace{',
      '\\left(',
      '\\def\\a{\\a\\a}\\a',
      '\\text{$',
      '^',
      '&',
      '\\\\',
    ];
    for (const piece of hostile) {
      const began = performance.now();
      const times = Math.floor(LONGEST_TEX / (piece.length + 1));
      renderTex(piece.repeat(times) + '}'.repeat(times), 'block');
      assert.ok(performance.now() - began < 1000, piece);
    }
  });

  it('that says what is wrong, in words of ours', () => {
    const faults: readonly (readonly [tex: string, offset: number, message: RegExp])[] = [
      ['\\lnn D(x)', 0, /"\\lnn" is no command/],
      ['a + \\ln{D(x)', 12, /A "\{" is not closed/],
      ['a } b', 2, /"\}" too many/],
      ['a & b', 2, /"&" is only allowed between \\begin\{aligned\}/],
      ['x^', 1, /"\^" takes one character/],
      ['x^2^3', 3, /two in a row need braces/],
      ['a_b_c', 3, /"_" takes/],
      ['a # b', 2, /A "#" in a formula is written "\\#"/],
      ['\\left( a', 8, /"\\right" is missing after "\\left"/],
      ['\\right)', 0, /"\\left" is missing before/],
      ['\\begin{aligned} a', 17, /"\\end" is missing after "\\begin"/],
      ['\\begin{foo} a \\end{foo}', 6, /no environment "foo"/],
      ['\\begin{aligned}a\\end{align}', 16, /names another environment/],
      ['\\frac{1}', 8, /wants more in braces/],
    ];
    for (const [tex, offset, message] of faults) {
      const rendered = renderTex(tex, 'inline');
      assert.ok(!rendered.ok, tex);
      assert.match(rendered.problem.message, message);
      assert.equal(rendered.problem.offset, offset, tex);
    }
  });
});

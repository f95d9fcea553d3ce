import * as l10n from '@vscode/l10n';
import katex from 'katex';
import { describeError } from '../../emitter';
import { describeTexProblem } from './texProblems';

/** Capital letters that Unicode has had for longer than the rest of their alphabet, and keeps elsewhere. */
const EARLIER: Readonly<Record<string, string>> = {
  'double-struck': 'C\u2102 H\u210D N\u2115 P\u2119 Q\u211A R\u211D Z\u2124',
  script: 'B\u212C E\u2130 F\u2131 H\u210B I\u2110 L\u2112 M\u2133 R\u211B',
};

/** The code point of the alphabet's A. */
const FIRST: Readonly<Record<string, number>> = { 'double-struck': 0x1d538, script: 0x1d49c };

const STYLED = /<mi mathvariant="(?<alphabet>double-struck|script)">(?<letter>[A-Z])<\/mi>/g;

/**
 * Writes styled capitals, as in the expectation sign, with the characters that Unicode has for them. Browsers no longer
 * take the style from the attribute `mathvariant` (MathML Core, section 3.2.1).
 */
function withStyledCapitals(mathML: string): string {
  return mathML.replaceAll(STYLED, (_, alphabet: string, letter: string) => {
    const earlier = EARLIER[alphabet]?.split(' ').find((entry) => entry.startsWith(letter));
    const code = (FIRST[alphabet] ?? 0) + letter.charCodeAt(0) - 'A'.charCodeAt(0);
    return `<mi>${earlier?.slice(1) ?? String.fromCodePoint(code)}</mi>`;
  });
}

/**
 * Longer formulas are refused, in UTF-16 code units: it bounds what KaTeX, whose time grows with the square of the
 * nesting, can take for one. The longest in the course has a tenth of it.
 */
export const LONGEST_TEX = 1000;

/** A formula as MathML, or what is wrong with it and where, as an offset into its TeX. */
type RenderedTex =
  | { readonly ok: true; readonly html: string }
  | { readonly ok: false; readonly problem: { readonly message: string; readonly offset: number } };

/** KaTeX stops a macro that expands more often than this; no formula of a lesson needs macros of its own. */
const MOST_EXPANSIONS = 200;

/** No user-given size is greater, in ems. */
const GREATEST_SIZE = 10;

/** KaTeX wraps what it makes into this, together with the TeX it was made from. */
const WRAPPED =
  /^<span class="katex">(?<open><math[^>]*>)<semantics>(?<content>[\s\S]*)<annotation[^>]*>[^<]*<\/annotation><\/semantics><\/math><\/span>$/;

/** The bars of a norm as KaTeX writes them: the sign for parallel lines, which stands slanted in Chinese fonts. */
const BARS = /(?<opening><mo (?:fence|stretchy)[^>]*>)\u2225/g;
const UPRIGHT_BARS = '$<opening>\u2016';

/**
 * The name of a function, or with what stands below it, before anything but a bracket or another sign. Browsers put no space
 * there, so that ln D would read lnD; TeX puts a thin one.
 */
const FUNCTION_NAME =
  /<mo>\u2061<\/mo>(?:<\/mrow>(?:(?!<\/?munder)[\s\S])*<\/munder>)?(?=<(?!mrow><mo)(?:mi|mn|mrow|mfrac|mstyle|msup|msub|munder|msqrt|mover)\b)/g;
const THIN_SPACE = '$&<mspace width="0.1667em"></mspace>';

/** Makes MathML of TeX, as a part of a line or as a block of its own. Never throws; takes at most some milliseconds. */
export function renderTex(tex: string, place: 'inline' | 'block'): RenderedTex {
  if (tex.length > LONGEST_TEX) {
    return refused(l10n.t('A formula has at most {0} characters.', LONGEST_TEX), 0);
  }
  const untrusted: string[] = [];
  try {
    const html = katex.renderToString(tex, {
      displayMode: place === 'block',
      output: 'mathml',
      throwOnError: true,
      strict: 'ignore',
      // Nothing is trusted; it is a function only to be told of what was not.
      trust: ({ command }) => {
        untrusted.push(command);
        return false;
      },
      maxExpand: MOST_EXPANSIONS,
      maxSize: GREATEST_SIZE,
    });
    const [command] = untrusted;
    return command === undefined
      ? {
          ok: true,
          html: withSpaces(withStyledCapitals(withoutWrapping(html)).replaceAll(BARS, UPRIGHT_BARS)),
        }
      : refused(l10n.t('"{0}" may not be used in the formulas of a lesson.', command), 0);
  } catch (error) {
    const { message, offset, hint } = readError(error, tex);
    return refused(
      hint === undefined
        ? l10n.t('This formula cannot be read: {0}', message)
        : l10n.t('This formula cannot be read. {0}', hint),
      offset,
    );
  }
}

function refused(message: string, offset: number): RenderedTex {
  return { ok: false, problem: { message, offset } };
}

function withSpaces(html: string): string {
  return html.replaceAll(FUNCTION_NAME, THIN_SPACE);
}

function withoutWrapping(html: string): string {
  const groups = WRAPPED.exec(html)?.groups;
  return groups ? `${groups['open'] ?? ''}${groups['content'] ?? ''}</math>` : html;
}

/** Most of KaTeX's own errors know their place. Deep nesting exhausts its stack, which is told by another kind. */
function readError(error: unknown, tex: string): { message: string; offset: number; hint?: string } {
  if (!(error instanceof katex.ParseError)) {
    return { message: describeError(error), offset: 0 };
  }
  const { rawMessage: message, position, length } = error;
  if (!Number.isInteger(position)) {
    return { message, offset: 0 };
  }
  const hint = describeTexProblem(tex, { position, length });
  return { message, offset: position, ...(hint !== undefined && { hint }) };
}

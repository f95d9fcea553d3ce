import * as l10n from '@vscode/l10n';
import type { Token } from 'markdown-it';
import type { DiagnosticCollector } from '../lessonDiagnostics';
import { setMathML } from '../lessonMarkdown';
import { UNCLOSED } from './delimiters';
import { renderTex } from './renderTex';

/** All formulas of a lesson together have at most so many characters, which bounds the time that KaTeX takes. */
const MOST_TEX = 20_000;

/** Makes MathML of the formulas of one lesson and reports those that cannot be read. */
export class FormulaCheck {
  private total = 0;

  constructor(private readonly report: DiagnosticCollector) {}

  /** @param offset of the formula's TeX in the lesson's text */
  check(token: Token, offset: number): void {
    const tex = token.content;
    const before = this.total;
    // What each formula costs beside its length counts as a character, so that there cannot be very many short ones.
    this.total += tex.length + 1;
    if (this.total > MOST_TEX) {
      if (before <= MOST_TEX) {
        this.report.error(
          offset,
          l10n.t('All formulas of a lesson together have at most {0} characters.', MOST_TEX),
        );
      }
      return;
    }
    if (token.info === UNCLOSED) {
      this.report.error(
        offset,
        l10n.t('This formula is not closed: "$$" is missing at its end, before the next empty line.'),
      );
      return;
    }
    const rendered = renderTex(tex, token.type === 'math_block' ? 'block' : 'inline');
    if (rendered.ok) {
      setMathML(token, rendered.html);
    } else {
      this.report.error(offset + rendered.problem.offset, rendered.problem.message);
    }
  }
}

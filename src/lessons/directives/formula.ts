import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { MEASURES } from '../../shared/measures';
import { renderHtml } from '../lessonMarkdown';
import { renderTex } from '../mathematics/renderTex';
import { sectionReader } from './sectionReader';
import { SlugSchema, TextSchema } from './values';

const FormulaDirectiveSchema = v.strictObject({
  id: SlugSchema,
  symbols: v.optional(
    v.array(v.strictObject({ tex: TextSchema, meaning: TextSchema, live: v.optional(v.picklist(MEASURES)) })),
    [],
  ),
});

/** `<!-- formula: { id: …, symbols: [{ tex: "D(x)", meaning: …, live: meanOnReal }] } -->` */
export const formula = sectionReader(
  FormulaDirectiveSchema,
  ({ values, title, content, report, offsetOf }) => {
    if (!content.some(({ type }) => type === 'math_block')) {
      report.error(
        offsetOf('id'),
        l10n.t('The formula is missing: write it below, between two lines of "$$".'),
      );
    }
    const symbols = values.symbols.flatMap(({ tex, meaning, live }, index) => {
      const rendered = renderTex(tex, 'inline');
      if (!rendered.ok) {
        report.error(offsetOf('symbols', index, 'tex'), rendered.problem.message);
        return [];
      }
      return [{ html: rendered.html, meaning, ...(live === undefined ? {} : { live }) }];
    });
    return { kind: 'formula', id: values.id, title, html: renderHtml(content), symbols };
  },
);

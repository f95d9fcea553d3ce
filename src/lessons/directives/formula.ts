import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { MEASURES } from '../../shared/domain/measures';
import { describeMeasure } from '../../shared/words/measureWords';
import { renderHtml } from '../lessonMarkdown';
import { renderTex } from '../mathematics/renderTex';
import { described } from '../vocabulary/words';
import { sectionReader } from './sectionReader';
import { OwnIdSchema, TextSchema } from './values';

/** In double quotation marks YAML makes control characters of some commands, such as "\\nabla". */
const TexSchema = v.pipe(
  v.string(),
  v.check(
    (tex) => !/\p{Cc}/u.test(tex),
    () =>
      l10n.t(
        'In double quotation marks a backslash means something else. Double it, or write the text in single ones: {0}',
        "'\\…'",
      ),
  ),
  TextSchema,
);

const SymbolSchema = v.strictObject({
  tex: described(TexSchema, () =>
    l10n.t('The symbol in TeX, without dollars, in single quotation marks: {0}', "'D(x)'"),
  ),
  meaning: described(TextSchema, () => l10n.t('What the symbol means, in words.')),
  live: v.optional(
    described(v.picklist(MEASURES), {
      describe: () => l10n.t('The measure whose current value is shown beside the symbol.'),
      describeChoice: describeMeasure,
    }),
  ),
});

const FormulaDirectiveSchema = described(
  v.strictObject({
    id: OwnIdSchema,
    symbols: v.optional(
      described(v.array(SymbolSchema), () => l10n.t('The symbols of the formula, explained.')),
      [],
    ),
  }),
  () => l10n.t('A formula between lines of "$$", with its symbols explained.'),
);

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

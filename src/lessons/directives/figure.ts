import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { FIGURES } from '../../shared/domain/lesson';
import { renderHtml } from '../lessonMarkdown';
import { describeFigure } from '../vocabulary/figures';
import { described } from '../vocabulary/words';
import { sectionReader } from './sectionReader';
import { OwnIdSchema } from './values';

const FigureDirectiveSchema = described(
  v.strictObject({
    id: OwnIdSchema,
    shows: described(v.picklist(FIGURES), {
      describe: () => l10n.t('Which of the figures of the program is shown.'),
      describeChoice: describeFigure,
    }),
  }),
  () => l10n.t('A picture in the notes that answers to its controls, apart from the run.'),
);

/** `<!-- figure: { id: …, shows: circling } -->` */
export const figure = sectionReader(FigureDirectiveSchema, ({ values, title, content }) => ({
  kind: 'figure',
  id: values.id,
  title,
  html: renderHtml(content),
  shows: values.shows,
}));

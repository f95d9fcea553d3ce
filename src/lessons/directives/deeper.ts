import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { renderHtml } from '../lessonMarkdown';
import { described } from '../vocabulary/words';
import { sectionReader } from './sectionReader';
import { OwnIdSchema } from './values';

const DeeperDirectiveSchema = described(v.strictObject({ id: OwnIdSchema }), () =>
  l10n.t('Text for readers who want to know more: folded until it is opened.'),
);

/** `<!-- deeper: { id: … } -->` */
export const deeper = sectionReader(DeeperDirectiveSchema, ({ values, title, content }) => ({
  kind: 'deeper',
  id: values.id,
  title,
  html: renderHtml(content),
}));

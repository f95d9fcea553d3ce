import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { ACTIVITIES } from '../../shared/domain/lesson';
import { renderHtml } from '../lessonMarkdown';
import { describeActivity } from '../vocabulary/activities';
import { described } from '../vocabulary/words';
import { sectionReader } from './sectionReader';
import { OwnIdSchema } from './values';

const ActivityDirectiveSchema = described(
  v.strictObject({
    id: OwnIdSchema,
    opens: described(v.picklist(ACTIVITIES), {
      describe: () => l10n.t('The part of the product that its button opens.'),
      describeChoice: describeActivity,
    }),
  }),
  () => l10n.t('Something to do in another part of the product, which a button opens.'),
);

/** `<!-- activity: { id: …, opens: inspectorGame } -->` */
export const activity = sectionReader(ActivityDirectiveSchema, ({ values, title, content }) => ({
  kind: 'activity',
  id: values.id,
  title,
  html: renderHtml(content),
  opens: values.opens,
}));

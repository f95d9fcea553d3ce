import * as v from 'valibot';
import { ACTIVITIES } from '../../shared/lesson';
import { renderHtml } from '../lessonMarkdown';
import { sectionReader } from './sectionReader';
import { SlugSchema } from './values';

const ActivityDirectiveSchema = v.strictObject({ id: SlugSchema, opens: v.picklist(ACTIVITIES) });

/** `<!-- activity: { id: …, opens: inspectorGame } -->` */
export const activity = sectionReader(ActivityDirectiveSchema, ({ values, title, content }) => ({
  kind: 'activity',
  id: values.id,
  title,
  html: renderHtml(content),
  opens: values.opens,
}));

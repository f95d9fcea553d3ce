import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { PassageConditionSchema } from '../../shared/lesson';
import { RegionSchema } from '../../shared/regions';
import { renderHtml } from '../lessonMarkdown';
import { sectionReader } from './sectionReader';
import { SlugSchema } from './values';

/** The points of the lecture: L1 to L16. */
const LecturePointSchema = v.pipe(
  v.string(),
  v.regex(/^L(?:[1-9]|1[0-6])$/, (issue) =>
    l10n.t('The lecture has the points L1 to L16; {0} is none of them.', issue.received),
  ),
);

const PassageDirectiveSchema = v.strictObject({
  id: SlugSchema,
  when: v.optional(
    v.pipe(
      PassageConditionSchema,
      v.check(
        ({ fromRound, beforeRound }) =>
          fromRound === undefined || beforeRound === undefined || fromRound < beforeRound,
        () => l10n.t('"fromRound" must be less than "beforeRound", or the passage never has its moment.'),
      ),
    ),
    {},
  ),
  regions: v.optional(v.array(RegionSchema), []),
  lecture: v.optional(v.array(LecturePointSchema), []),
});

/** `<!-- passage: { id: …, when: { … }, regions: [ … ], lecture: [ … ] } -->` */
export const passage = sectionReader(PassageDirectiveSchema, ({ values, title, content }) => ({
  kind: 'passage',
  id: values.id,
  title,
  html: renderHtml(content),
  condition: values.when,
  regions: values.regions,
  lecture: values.lecture,
}));

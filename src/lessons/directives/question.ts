import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { described } from '../vocabulary/words';
import { ChoiceKeys, NumberKeys, readAnswer } from './answers';
import { sectionReader } from './sectionReader';
import { OwnIdSchema, PointsSchema, SlugSchema } from './values';

const keys = {
  id: OwnIdSchema,
  points: v.optional(PointsSchema),
  from: v.optional(
    described(SlugSchema, {
      describe: () => l10n.t('Id of the earlier lesson that the question comes from, if it refreshes one.'),
      refersTo: 'lesson',
    }),
  ),
};

const QuestionDirectiveSchema = described(
  v.variant('type', [v.strictObject({ ...keys, ...ChoiceKeys }), v.strictObject({ ...keys, ...NumberKeys })]),
  () => l10n.t('A question that tests understanding; it may be answered again.'),
);

/** `<!-- question: { id: …, type: single, from: … } -->` */
export const question = sectionReader(
  QuestionDirectiveSchema,
  (source) => {
    const { id, from, points } = source.values;
    const asked = readAnswer(source);
    return (
      asked && {
        kind: 'question',
        id,
        title: source.title,
        ...asked,
        ...(from === undefined ? {} : { from }),
        ...(points === undefined ? {} : { points }),
      }
    );
  },
  ({ values: { from }, offsetOf }) =>
    from === undefined ? {} : { lesson: { id: from, offset: offsetOf('from') } },
);

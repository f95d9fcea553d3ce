import * as v from 'valibot';
import { ChoiceKeys, NumberKeys, readAnswer } from './answers';
import { sectionReader } from './sectionReader';
import { SlugSchema } from './values';

const keys = { id: SlugSchema, from: v.optional(SlugSchema) };

const QuestionDirectiveSchema = v.variant('type', [
  v.strictObject({ ...keys, ...ChoiceKeys }),
  v.strictObject({ ...keys, ...NumberKeys }),
]);

/** `<!-- question: { id: …, type: single, from: … } -->` */
export const question = sectionReader(
  QuestionDirectiveSchema,
  (source) => {
    const { id, from } = source.values;
    const asked = readAnswer(source);
    return (
      asked && {
        kind: 'question',
        id,
        title: source.title,
        ...asked,
        ...(from === undefined ? {} : { from }),
      }
    );
  },
  ({ values: { from }, offsetOf }) =>
    from === undefined ? {} : { lesson: { id: from, offset: offsetOf('from') } },
);

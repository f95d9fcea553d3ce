import * as v from 'valibot';
import { ChoiceKeys, NumberKeys, readAnswer } from './answers';
import { sectionReader } from './sectionReader';
import { RoundSchema, SlugSchema } from './values';

const keys = { id: SlugSchema, reveal: RoundSchema, experiment: v.optional(SlugSchema) };

const PredictionDirectiveSchema = v.variant('type', [
  v.strictObject({ ...keys, ...ChoiceKeys }),
  v.strictObject({ ...keys, ...NumberKeys }),
]);

/** `<!-- prediction: { id: …, type: single, reveal: 400, experiment: … } -->` */
export const prediction = sectionReader(
  PredictionDirectiveSchema,
  (source) => {
    const { id, reveal, experiment } = source.values;
    const asked = readAnswer(source);
    return (
      asked && {
        kind: 'prediction',
        id,
        title: source.title,
        ...asked,
        revealAt: reveal,
        ...(experiment === undefined ? {} : { experiment }),
      }
    );
  },
  ({ values: { reveal, experiment }, offsetOf }) => ({
    round: { at: reveal, offset: offsetOf('reveal') },
    ...(experiment === undefined ? {} : { experiment: { id: experiment, offset: offsetOf('experiment') } }),
  }),
);

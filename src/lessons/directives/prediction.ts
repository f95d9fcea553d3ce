import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { described } from '../vocabulary/words';
import { ChoiceKeys, NumberKeys, readAnswer } from './answers';
import { sectionReader } from './sectionReader';
import { ExperimentIdSchema, OwnIdSchema, PointsSchema, RoundSchema } from './values';

const keys = {
  id: OwnIdSchema,
  points: v.optional(PointsSchema),
  reveal: described(RoundSchema, () =>
    l10n.t('What happens is shown once the run has completed this many rounds.'),
  ),
  experiment: v.optional(ExperimentIdSchema),
};

const PredictionDirectiveSchema = described(
  v.variant('type', [v.strictObject({ ...keys, ...ChoiceKeys }), v.strictObject({ ...keys, ...NumberKeys })]),
  () => l10n.t('Something to predict: the answer is locked in, and the run shows what happens.'),
);

/** `<!-- prediction: { id: …, type: single, reveal: 400, experiment: … } -->` */
export const prediction = sectionReader(
  PredictionDirectiveSchema,
  (source) => {
    const { id, reveal, experiment, points } = source.values;
    const asked = readAnswer(source);
    return (
      asked && {
        kind: 'prediction',
        id,
        title: source.title,
        ...asked,
        revealAt: reveal,
        ...(experiment === undefined ? {} : { experiment }),
        ...(points === undefined ? {} : { points }),
      }
    );
  },
  ({ values: { reveal, experiment }, offsetOf }) => ({
    round: { at: reveal, offset: offsetOf('reveal') },
    ...(experiment === undefined ? {} : { experiment: { id: experiment, offset: offsetOf('experiment') } }),
  }),
);

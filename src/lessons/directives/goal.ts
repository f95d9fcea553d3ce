import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { GoalConditionSchema, type GoalCondition } from '../../shared/domain/lesson';
import { countMeasuredRounds, specOf } from '../../shared/domain/measures';
import { describeMeasure } from '../../shared/words/measureWords';
import { renderHtml } from '../lessonMarkdown';
import { described } from '../vocabulary/words';
import { sectionReader } from './sectionReader';
import { CountSchema, ExperimentIdSchema, OwnIdSchema, PointsSchema, RoundSchema } from './values';

const { measure, is, value } = GoalConditionSchema.entries;

const ConditionSchema = v.pipe(
  v.strictObject({
    measure: described(measure, {
      describe: () => l10n.t('What is measured.'),
      describeChoice: describeMeasure,
    }),
    is: described(is, () => l10n.t('On which side of the value the measure must be.')),
    value: described(value, () => l10n.t('The bound that the measure is compared with.')),
  }),
  v.check(
    (condition) => condition.is === 'below' || condition.value < specOf(condition.measure).most,
    ({ input }) =>
      l10n.t('This goal can never be reached: {0} is never above {1}.', ...boundOf(input, 'most')),
  ),
  v.check(
    (condition) => condition.is === 'above' || condition.value > specOf(condition.measure).least,
    ({ input }) =>
      l10n.t('This goal can never be reached: {0} is never below {1}.', ...boundOf(input, 'least')),
  ),
);

function boundOf({ measure: name }: GoalCondition, bound: 'least' | 'most'): [string, number] {
  return [name, specOf(name)[bound]];
}

const ConditionsSchema = v.pipe(
  v.array(ConditionSchema),
  v.nonEmpty(() =>
    l10n.t('A goal has at least one condition: "{0}".', '{ measure: …, is: above, value: … }'),
  ),
  v.check(
    (conditions) => !conditions.some((one) => conditions.some((other) => excludes(one, other))),
    () => l10n.t('This goal can never be reached: two of its conditions exclude each other.'),
  ),
);

function excludes(one: GoalCondition, other: GoalCondition): boolean {
  return (
    one.measure === other.measure && one.is === 'above' && other.is === 'below' && one.value >= other.value
  );
}

const GoalDirectiveSchema = described(
  v.pipe(
    v.strictObject({
      id: OwnIdSchema,
      points: v.optional(PointsSchema),
      when: described(ConditionsSchema, () =>
        l10n.t('What the run must have reached; all conditions at the same round.'),
      ),
      at: v.optional(described(RoundSchema, () => l10n.t('It is judged at exactly this round.'))),
      by: v.optional(described(RoundSchema, () => l10n.t('The last round at which it counts.'))),
      from: v.optional(described(RoundSchema, () => l10n.t('The first round at which it counts.'))),
      experiment: v.optional(ExperimentIdSchema),
      knobs: v.optional(
        described(CountSchema, () =>
          l10n.t(
            'In how many knobs the run may differ from the experiment. Seed and backend do not count, and the same one of both networks is one.',
          ),
        ),
      ),
    }),
    v.check(
      ({ at, by, from }) => (at === undefined) !== (by === undefined && from === undefined),
      () =>
        l10n.t(
          'Say when the goal is judged: "at: 400" for that round alone, or "by: 400" and "from: 200" for all in between.',
        ),
    ),
    v.check(
      ({ by, from }) => by === undefined || from === undefined || from <= by,
      () => l10n.t('"from" must not be later than "by", or the goal can never be reached.'),
    ),
    v.check(
      ({ when, by, from = 0 }) =>
        by === undefined ||
        by < from ||
        countMeasuredRounds(
          when.map((condition) => condition.measure),
          from,
          by,
        ) > 0,
      () =>
        l10n.t(
          'This goal can never be reached: it is not measured between "from" and "by". Quality is measured in round 10, every 20 rounds up to 200, and then every 50.',
        ),
    ),
  ),
  () => l10n.t('Something to reach, which the run itself decides.'),
);

/** `<!-- goal: { id: …, when: [{ measure: …, is: above, value: … }], at: 400, experiment: …, knobs: 1 } -->` */
export const goal = sectionReader(
  GoalDirectiveSchema,
  ({ values, title, content }) => {
    const { id, when, at, by, from, experiment, knobs, points } = values;
    return {
      kind: 'goal',
      id,
      title,
      html: renderHtml(content),
      conditions: when,
      time: {
        ...(at === undefined ? {} : { at }),
        ...(by === undefined ? {} : { by }),
        ...(from === undefined ? {} : { from }),
      },
      ...(experiment === undefined ? {} : { experiment }),
      ...(knobs === undefined ? {} : { knobs }),
      ...(points === undefined ? {} : { points }),
    };
  },
  ({ values: { at, by, from, experiment }, offsetOf }) => ({
    round: {
      at: at ?? by ?? from ?? 0,
      offset: offsetOf(at !== undefined ? 'at' : by !== undefined ? 'by' : 'from'),
    },
    ...(experiment === undefined ? {} : { experiment: { id: experiment, offset: offsetOf('experiment') } }),
  }),
);

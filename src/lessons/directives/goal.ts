import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { GoalConditionSchema } from '../../shared/lesson';
import { renderHtml } from '../lessonMarkdown';
import { sectionReader } from './sectionReader';
import { CountSchema, RoundSchema, SlugSchema } from './values';

const ConditionSchema = v.strictObject(GoalConditionSchema.entries);

const GoalDirectiveSchema = v.pipe(
  v.strictObject({
    id: SlugSchema,
    when: v.pipe(
      v.array(ConditionSchema),
      v.nonEmpty(() =>
        l10n.t('A goal has at least one condition: "{0}".', '{ measure: …, is: above, value: … }'),
      ),
    ),
    at: v.optional(RoundSchema),
    by: v.optional(RoundSchema),
    from: v.optional(RoundSchema),
    experiment: v.optional(SlugSchema),
    knobs: v.optional(CountSchema),
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
);

/** `<!-- goal: { id: …, when: [{ measure: …, is: above, value: … }], at: 400, experiment: …, knobs: 1 } -->` */
export const goal = sectionReader(
  GoalDirectiveSchema,
  ({ values, title, content }) => {
    const { id, when, at, by, from, experiment, knobs } = values;
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

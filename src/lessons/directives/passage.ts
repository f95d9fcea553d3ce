import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { PassageConditionSchema } from '../../shared/domain/lesson';
import { RegionSchema } from '../../shared/domain/regions';
import { renderHtml } from '../lessonMarkdown';
import { describePhase, describeRegion } from '../vocabulary/moments';
import { described } from '../vocabulary/words';
import { sectionReader } from './sectionReader';
import { OwnIdSchema } from './values';

/** The points of the lecture: L1 to L16. */
const LecturePointSchema = v.pipe(
  v.string(),
  v.regex(/^L(?:[1-9]|1[0-6])$/, (issue) =>
    l10n.t('The lecture has the points L1 to L16; {0} is none of them.', issue.received),
  ),
);

const { phase, fromRound, beforeRound, fooled } = PassageConditionSchema.entries;

const WhenSchema = v.pipe(
  v.strictObject({
    phase: described(phase, {
      describe: () => l10n.t('This phase was the last one done, while stepping phase by phase.'),
      describeChoice: describePhase,
    }),
    fromRound: described(fromRound, () => l10n.t('The shown round is at least this.')),
    beforeRound: described(beforeRound, () => l10n.t('The shown round is below this.')),
    fooled: described(fooled, () =>
      l10n.t('A forgery on the desk was (true), or none was (false), judged more likely real than not.'),
    ),
  }),
  v.check(
    (when) =>
      when.fromRound === undefined || when.beforeRound === undefined || when.fromRound < when.beforeRound,
    () => l10n.t('"fromRound" must be less than "beforeRound", or the passage never has its moment.'),
  ),
);

const PassageDirectiveSchema = described(
  v.strictObject({
    id: OwnIdSchema,
    when: v.optional(
      described(WhenSchema, () =>
        l10n.t(
          'The moment that the passage belongs to; all conditions must hold. Without it, the passage is never marked.',
        ),
      ),
      {},
    ),
    regions: v.optional(
      described(v.array(RegionSchema), {
        describe: () =>
          l10n.t(
            'The parts of the panel that the passage speaks of, the most important first; they are lit.',
          ),
        describeChoice: describeRegion,
      }),
      [],
    ),
    lecture: v.optional(
      described(v.array(LecturePointSchema), () =>
        l10n.t('The points of the lecture that it covers, L1 to L16; in the first lesson only.'),
      ),
      [],
    ),
  }),
  () => l10n.t('A piece of the text that is marked when its moment in the run has come.'),
);

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

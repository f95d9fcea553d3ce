import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { MOST_TASK_POINTS } from '../../shared/domain/lesson';
import { described } from '../vocabulary/words';

/** Ids stand in file names, links and attributes, where nothing but these characters is safe everywhere. */
export const SlugSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, (issue) =>
    l10n.t('An id has small letters and digits, in words joined by "-": {0} does not.', issue.received),
  ),
  v.maxLength(64, () => l10n.t('An id has at most {0} characters.', 64)),
);

/** The id of a step or section. */
export const OwnIdSchema = described(SlugSchema, () =>
  l10n.t(
    'The name by which links and progress know it: the same in every language, once in a lesson. Keep it.',
  ),
);

/** The id of an experiment in whose run something happens. */
export const ExperimentIdSchema = described(SlugSchema, {
  describe: () =>
    l10n.t(
      'Id of the experiment in whose run it is decided; without it, the run of the last experiment above.',
    ),
  refersTo: 'experiment',
});

/** Longer words do not fit where a title, a label or a summary is shown, in UTF-16 code units. */
const LONGEST_TEXT = 300;

/** Words that a person reads, on one line. */
export const TextSchema = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(LONGEST_TEXT, () => l10n.t('This text is too long: at most {0} characters.', LONGEST_TEXT)),
  v.nonEmpty(() => l10n.t('This text is empty.')),
);

function notCounting({ received }: v.BaseIssue<unknown>): string {
  return l10n.t('This must be a whole number from 1 on, not {0}.', received);
}

function noRound({ received }: v.BaseIssue<unknown>): string {
  return l10n.t('A round is a whole number from 0 on, not {0}.', received);
}

/** More than anything in a lesson is counted to. */
const MOST = 1000;

/** How many there are of something that cannot be missing. */
export const CountSchema = v.pipe(
  v.number(),
  v.integer(notCounting),
  v.minValue(1, notCounting),
  v.maxValue(MOST, ({ received }) => l10n.t('This must be at most {0}, not {1}.', MOST, received)),
);

/** A hundred times the longest run of the course; hours of training on portraits. */
const MOST_ROUNDS_OF_LESSON = 100_000;

/** A number of complete rounds; 0 is the beginning of a run. */
export const RoundSchema = v.pipe(
  v.number(),
  v.integer(noRound),
  v.minValue(0, noRound),
  v.maxValue(MOST_ROUNDS_OF_LESSON, ({ received }) =>
    l10n.t('A run of a lesson has at most {0} rounds, not {1}.', MOST_ROUNDS_OF_LESSON, received),
  ),
);

/** The round at which a run stops by itself. */
export const LastRoundSchema = v.pipe(RoundSchema, v.minValue(1, noRound));

function noPoints({ received }: v.BaseIssue<unknown>): string {
  return l10n.t('Points are a number from 0 to {0}, not {1}.', MOST_TASK_POINTS, received);
}

/** What a class gets for a section. */
export const PointsSchema = described(
  v.pipe(v.number(), v.minValue(0, noPoints), v.maxValue(MOST_TASK_POINTS, noPoints)),
  () => l10n.t('How much it counts in class results; without it, 1 point.'),
);

/** A number that can be compared with others. */
export const ValueSchema = v.pipe(
  v.number(),
  v.finite((issue) => l10n.t('This must be a finite number, not {0}.', issue.received)),
);

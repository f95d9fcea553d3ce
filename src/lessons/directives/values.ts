import * as l10n from '@vscode/l10n';
import * as v from 'valibot';

/** Ids stand in file names, links and attributes, where nothing but these characters is safe everywhere. */
export const SlugSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, (issue) =>
    l10n.t('An id has small letters and digits, in words joined by "-": {0} does not.', issue.received),
  ),
  v.maxLength(64, () => l10n.t('An id has at most {0} characters.', 64)),
);

/** Words that a person reads, on one line. */
export const TextSchema = v.pipe(
  v.string(),
  v.trim(),
  v.nonEmpty(() => l10n.t('This text is empty.')),
);

/** How many there are of something that cannot be missing. */
export const CountSchema = v.pipe(
  v.number(),
  v.check(
    (count) => Number.isInteger(count) && count >= 1,
    (issue) => l10n.t('This must be a whole number from 1 on, not {0}.', issue.received),
  ),
);

/** A number of complete rounds; 0 is the beginning of a run. */
export const RoundSchema = v.pipe(
  v.number(),
  v.check(
    (round) => Number.isInteger(round) && round >= 0,
    (issue) => l10n.t('A round is a whole number from 0 on, not {0}.', issue.received),
  ),
);

/** A number that can be compared with others. */
export const ValueSchema = v.pipe(
  v.number(),
  v.finite((issue) => l10n.t('This must be a finite number, not {0}.', issue.received)),
);

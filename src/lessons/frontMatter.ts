import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { HyperparameterChangesSchema } from '../shared/hyperparameters';
import type { DiagnosticCollector } from './lessonDiagnostics';
import { readYaml } from './yamlReader';

/** Ids stand in file names, links and attributes, where nothing but these characters is safe everywhere. */
export const SlugSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, (issue) =>
    l10n.t('An id has small letters and digits, in words joined by "-": {0} does not.', issue.received),
  ),
  v.maxLength(64, () => l10n.t('An id has at most {0} characters.', 64)),
);

const TextSchema = v.pipe(
  v.string(),
  v.trim(),
  v.nonEmpty(() => l10n.t('This text is empty.')),
);

const CountSchema = v.pipe(
  v.number(),
  v.check(
    (count) => Number.isInteger(count) && count >= 1,
    (issue) => l10n.t('This must be a whole number from 1 on, not {0}.', issue.received),
  ),
);

const FrontMatterSchema = v.strictObject({
  id: SlugSchema,
  number: CountSchema,
  title: TextSchema,
  summary: TextSchema,
  level: v.picklist(['beginner', 'intermediate', 'advanced']),
  minutes: CountSchema,
  run: v.optional(HyperparameterChangesSchema, {}),
});

export type FrontMatter = v.InferOutput<typeof FrontMatterSchema>;

/** A file divided into its front matter and the offset at which its Markdown begins. */
export interface DividedFile {
  readonly frontMatter: FrontMatter | undefined;
  readonly bodyStart: number;
}

const FENCE = '---\n';
const CLOSING_FENCE = /^---[ \t]*$/m;

/**
 * Reads the YAML between the first line and the next line that consist of `---`. What is wrong is reported; the body
 * of a file without closed front matter begins at its end, so that YAML is not judged as Markdown.
 */
export function readFrontMatter(text: string, report: DiagnosticCollector): DividedFile {
  if (!text.startsWith(FENCE)) {
    report.error(
      0,
      l10n.t('A lesson begins with front matter: a line of "---", then "id: …", "title: …" and so on.'),
    );
    return { frontMatter: undefined, bodyStart: 0 };
  }
  const rest = text.slice(FENCE.length);
  const closing = CLOSING_FENCE.exec(rest);
  if (!closing) {
    report.error(0, l10n.t('The front matter is not closed: a second line of "---" is missing.'));
    return { frontMatter: undefined, bodyStart: text.length };
  }
  return {
    frontMatter: readYaml(rest.slice(0, closing.index), FENCE.length, FrontMatterSchema, report),
    bodyStart: FENCE.length + closing.index + closing[0].length,
  };
}

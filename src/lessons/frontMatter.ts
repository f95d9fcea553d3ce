import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { CountSchema, SlugSchema, TextSchema } from './directives/values';
import type { DiagnosticCollector } from './lessonDiagnostics';
import { changesSchema, namesSchema } from './vocabulary/hyperparameters';
import { described } from './vocabulary/words';
import { readYaml, type ReadValue } from './yamlReader';

/** What a lesson says of itself, between the first two lines of `---`. */
export const FrontMatterSchema = described(
  v.strictObject({
    id: described(SlugSchema, () =>
      l10n.t(
        'The name by which links, progress and saved runs know the lesson: the same in every language. Keep it.',
      ),
    ),
    number: described(CountSchema, () => l10n.t('The place of the lesson in its course, from 1.')),
    title: described(TextSchema, () => l10n.t('The title of the lesson.')),
    summary: described(TextSchema, () => l10n.t('What the lesson is about, in one sentence.')),
    level: described(v.picklist(['beginner', 'intermediate', 'advanced']), () =>
      l10n.t('For whom the lesson is.'),
    ),
    minutes: described(CountSchema, () => l10n.t('About how long it takes.')),
    needs: v.optional(
      described(v.array(SlugSchema), {
        describe: () => l10n.t('Ids of the lessons that it builds on.'),
        refersTo: 'lesson',
      }),
      [],
    ),
    run: v.optional(
      changesSchema(() =>
        l10n.t(
          'The hyperparameters that the lesson starts with, where they differ from the recipe of its data.',
        ),
      ),
      {},
    ),
    hide: v.optional(
      namesSchema(() =>
        l10n.t(
          'Hyperparameters that the form does not show in any step of this lesson; a step can hide more.',
        ),
      ),
      [],
    ),
  }),
  () => l10n.t('What a lesson says of itself, before its text.'),
);

export type FrontMatter = v.InferOutput<typeof FrontMatterSchema>;

/** A file divided into its front matter and the offset at which its Markdown begins. */
export interface DividedFile {
  readonly frontMatter: ReadValue<FrontMatter> | undefined;
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

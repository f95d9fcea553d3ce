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
      l10n.t('Who the lesson is for.'),
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
  () => l10n.t('What comes before the text of a lesson: its id, title and so on.'),
);

export type FrontMatter = v.InferOutput<typeof FrontMatterSchema>;

/** A key of the lesson itself that would belong to the text or mapping before it. */
const INDENTED_KEY = /^[ \t]+(?:id|number|title|summary|level|minutes|needs|run|hide):/m;
/** A text without quotation marks in which YAML sees a comment. */
const CUT_TEXT = /^(?:title|summary):[ \t]+[^"'#\s][^\n]*?[ \t]#/m;

/** A file divided into its front matter and the offset at which its Markdown begins. */
interface DividedFile {
  readonly frontMatter: ReadValue<FrontMatter> | undefined;
  readonly bodyStart: number;
}

const OPENING_FENCE = /^---[ \t]*\n/;
const CLOSING_FENCE = /^---[ \t]*$/m;

/**
 * Reads the YAML between the first line and the next line that consist of `---`. What is wrong is reported; the body
 * of a file without closed front matter begins at its end, so that YAML is not judged as Markdown.
 */
export function readFrontMatter(text: string, report: DiagnosticCollector): DividedFile {
  const opening = OPENING_FENCE.exec(text)?.[0];
  if (opening === undefined) {
    report.error(
      0,
      l10n.t('A lesson begins with front matter: a line of "---", then "id: …", "title: …" and so on.'),
    );
    return { frontMatter: undefined, bodyStart: 0 };
  }
  const rest = text.slice(opening.length);
  const closing = CLOSING_FENCE.exec(rest);
  if (!closing) {
    report.error(0, l10n.t('The front matter is not closed: a second line of "---" is missing.'));
    return { frontMatter: undefined, bodyStart: text.length };
  }
  const yaml = rest.slice(0, closing.index);
  const bodyStart = opening.length + closing.index + closing[0].length;
  const indented = INDENTED_KEY.exec(yaml);
  if (indented) {
    report.error(
      opening.length + indented.index,
      l10n.t('This line is indented. The keys of a lesson begin at the margin.'),
    );
    return { frontMatter: undefined, bodyStart };
  }
  const cut = CUT_TEXT.exec(yaml);
  if (cut) {
    report.warn(
      opening.length + cut.index + cut[0].length - 1,
      l10n.t('What follows "#" is not read. Put the whole text in quotation marks.'),
    );
  }
  return { frontMatter: readYaml(yaml, opening.length, FrontMatterSchema, report), bodyStart };
}

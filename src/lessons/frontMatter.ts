import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { HyperparameterChangesSchema } from '../shared/hyperparameters';
import { CountSchema, SlugSchema, TextSchema } from './directives/values';
import type { DiagnosticCollector } from './lessonDiagnostics';
import { readYaml, type ReadValue } from './yamlReader';

const FrontMatterSchema = v.strictObject({
  id: SlugSchema,
  number: CountSchema,
  title: TextSchema,
  summary: TextSchema,
  level: v.picklist(['beginner', 'intermediate', 'advanced']),
  minutes: CountSchema,
  needs: v.optional(v.array(SlugSchema), []),
  run: v.optional(HyperparameterChangesSchema, {}),
});

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

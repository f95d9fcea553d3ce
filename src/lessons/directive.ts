import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { PassageConditionSchema } from '../shared/lesson';
import { RegionSchema } from '../shared/regions';
import { SlugSchema } from './frontMatter';
import type { DiagnosticCollector } from './lessonDiagnostics';
import { readYaml } from './yamlReader';

const StepDirectiveSchema = v.strictObject({ id: SlugSchema });

/** The points of the lecture: L1 to L16. */
const LecturePointSchema = v.pipe(
  v.string(),
  v.regex(/^L(?:[1-9]|1[0-6])$/, (issue) =>
    l10n.t('The lecture has the points L1 to L16; {0} is none of them.', issue.received),
  ),
);

const PassageDirectiveSchema = v.strictObject({
  id: SlugSchema,
  when: v.optional(
    v.pipe(
      PassageConditionSchema,
      v.check(
        ({ fromRound, beforeRound }) =>
          fromRound === undefined || beforeRound === undefined || fromRound < beforeRound,
        () => l10n.t('"fromRound" must be less than "beforeRound", or the passage never has its moment.'),
      ),
    ),
    {},
  ),
  regions: v.optional(v.array(RegionSchema), []),
  lecture: v.optional(v.array(LecturePointSchema), []),
});

export type StepDirective = v.InferOutput<typeof StepDirectiveSchema>;
export type PassageDirective = v.InferOutput<typeof PassageDirectiveSchema>;

/** A comment that consists of a name, a colon and something that is to be YAML. */
export interface RawDirective {
  readonly name: string;
  readonly yaml: string;
  /** Offset of `yaml` in the lesson's text. */
  readonly yamlStart: number;
}

const DIRECTIVE = /^\s*<!--\s*(?<name>[a-z]+):(?<yaml>[\s\S]*?)-->\s*$/;

/** `undefined` when the HTML is something else than a directive. */
export function findDirective(html: string, htmlStart: number): RawDirective | undefined {
  const groups = DIRECTIVE.exec(html)?.groups;
  const name = groups?.['name'];
  const yaml = groups?.['yaml'];
  return name === undefined || yaml === undefined
    ? undefined
    : { name, yaml, yamlStart: htmlStart + html.indexOf(':') + 1 };
}

/** Reads `<!-- step: { id: … } -->`. */
export function readStepDirective(
  directive: RawDirective,
  report: DiagnosticCollector,
): StepDirective | undefined {
  return readFlowMapping(directive, StepDirectiveSchema, report);
}

/** Reads `<!-- passage: { id: …, when: { … }, regions: [ … ], lecture: [ … ] } -->`. */
export function readPassageDirective(
  directive: RawDirective,
  report: DiagnosticCollector,
): PassageDirective | undefined {
  return readFlowMapping(directive, PassageDirectiveSchema, report);
}

function readFlowMapping<const Schema extends v.GenericSchema>(
  { name, yaml, yamlStart }: RawDirective,
  schema: Schema,
  report: DiagnosticCollector,
): v.InferOutput<Schema> | undefined {
  if (!yaml.trimStart().startsWith('{')) {
    report.error(
      yamlStart,
      l10n.t('Write the values of a directive in braces: "{0}".', `${name}: { id: … }`),
    );
    return undefined;
  }
  return readYaml(yaml, yamlStart, schema, report);
}

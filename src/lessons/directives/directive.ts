import * as l10n from '@vscode/l10n';
import type { Token } from 'markdown-it';
import type * as v from 'valibot';
import type { DiagnosticCollector } from '../lessonDiagnostics';
import { readYaml, type ReadValue } from '../yamlReader';

/** A comment that consists of a name, a colon and something that is to be YAML. */
export interface RawDirective {
  readonly name: string;
  readonly yaml: string;
  /** Offset of `yaml` in the lesson's text. */
  readonly yamlStart: number;
}

/** A heading with what belongs to it up to the next one. */
export interface OutlineSection {
  /** A heading of the second level, or of the third. */
  readonly rank: 'step' | 'section';
  readonly title: string;
  readonly directive: RawDirective;
  readonly content: Token[];
}

/** A key with the wide colon behind it; in a text such a colon is welcome. */
const FULL_WIDTH = /(?:[{,，]\s*)[A-Za-z]\w*\s*：/;

const QUOTED = /"(?:[^"\\]|\\.)*"|'[^']*'/g;

const DIRECTIVE = /^\s*<!--\s*(?<name>[A-Za-z]+):(?<yaml>[\s\S]*?)-->\s*$/;

/** `undefined` when the HTML is something else than a directive, such as a comment for those who write the lesson. */
export function findDirective(html: string, htmlStart: number): RawDirective | undefined {
  const groups = DIRECTIVE.exec(html)?.groups;
  const name = groups?.['name'];
  const yaml = groups?.['yaml'];
  return name === undefined || yaml === undefined
    ? undefined
    : { name, yaml, yamlStart: htmlStart + html.indexOf(':') + 1 };
}

/** Reads what a directive holds: a flow mapping that fits a schema. */
export function readDirective<const Schema extends v.GenericSchema>(
  { name, yaml, yamlStart }: RawDirective,
  schema: Schema,
  report: DiagnosticCollector,
): ReadValue<v.InferOutput<Schema>> | undefined {
  if (yaml.includes('<!--')) {
    report.error(yamlStart, l10n.t('This comment is not closed with "-->".'));
    return undefined;
  }
  const wide = FULL_WIDTH.exec(yaml.replaceAll(QUOTED, (text) => ' '.repeat(text.length)));
  if (wide) {
    report.error(
      yamlStart + wide.index + wide[0].length - 1,
      l10n.t('Use the narrow ":" and "," between keys and values, not their full-width forms.'),
    );
    return undefined;
  }
  if (!yaml.trimStart().startsWith('{')) {
    report.error(
      yamlStart,
      l10n.t('Write the values of a directive in braces: "{0}".', `${name}: { id: … }`),
    );
    return undefined;
  }
  return readYaml(yaml, yamlStart, schema, report);
}

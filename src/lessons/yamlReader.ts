import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { isMap, isNode, isScalar, isSeq, parseDocument, type Document } from 'yaml';
import { describeError } from '../emitter';
import type { DiagnosticCollector } from './lessonDiagnostics';

/**
 * Longer YAML is refused before it is read, in UTF-16 code units: the search for duplicate keys takes quadratic time,
 * and no front matter comes near this.
 */
const LONGEST_YAML = 4096;

/**
 * Reads YAML 1.2 that is part of a larger text and checks it against a schema. Never throws.
 *
 * @param yaml the part to read
 * @param start its offset in the text that `report` addresses
 * @returns what the schema made of it, or `undefined` after at least one error was reported
 */
export function readYaml<const Schema extends v.GenericSchema>(
  yaml: string,
  start: number,
  schema: Schema,
  report: DiagnosticCollector,
): v.InferOutput<Schema> | undefined {
  if (yaml.length > LONGEST_YAML) {
    report.error(start, l10n.t('This is too long: at most {0} characters are read here.', LONGEST_YAML));
    return undefined;
  }
  try {
    const document = parseDocument(yaml, { prettyErrors: false, logLevel: 'error' });
    for (const { pos, message } of document.warnings) {
      report.warn(start + pos[0], message);
    }
    if (document.errors.length > 0) {
      for (const { pos, message } of document.errors) {
        report.error(start + pos[0], message);
      }
      return undefined;
    }
    const value: unknown = document.toJS();
    // An empty message marks the issues for which the schema has no words of its own.
    const parsed = v.safeParse(schema, value, { message: '' });
    if (parsed.success) {
      return parsed.output;
    }
    for (const issue of parsed.issues) {
      report.error(start + offsetOfIssue(document, issue), issue.message || describeIssue(issue));
    }
  } catch (error) {
    // Deep nesting exhausts the YAML reader's stack, and it refuses aliases that would expand without end.
    report.error(start, l10n.t('This cannot be read as YAML: {0}', describeError(error)));
  }
  return undefined;
}

type Issue = v.BaseIssue<unknown>;

/** What is wrong with a value whose schema has no words of its own for it. */
function describeIssue(issue: Issue): string {
  const path = v.getDotPath(issue);
  const last = issue.path?.at(-1);
  if (path === null || last === undefined) {
    return l10n.t('A mapping such as "{0}" is expected here.', '{ id: … }');
  }
  if (last.type === 'object' && 'origin' in last && last.origin === 'key') {
    return issue.expected === 'never'
      ? l10n.t('There is no key "{0}".', path)
      : l10n.t('The key "{0}" is missing.', path);
  }
  return l10n.t('"{0}" must be {1}, not {2}.', path, inWords(issue.expected ?? ''), issue.received);
}

/** valibot writes what it expects as a TypeScript type. */
function inWords(expected: string): string {
  const choices = /^\((?<choices>.*)\)$/.exec(expected)?.groups?.['choices'];
  return choices === undefined ? expected : l10n.t('one of {0}', choices.replaceAll(' | ', ', '));
}

/** Where the value stands that an issue speaks of, or as near to it as the document goes. */
function offsetOfIssue(document: Document, issue: Issue): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const { key } of issue.path ?? []) {
    let child: unknown;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
      offset = startOf(pair?.key) ?? offset;
      child = pair?.value;
    } else if (isSeq(node) && typeof key === 'number') {
      child = node.items[key];
    }
    if (child === undefined) {
      break;
    }
    node = child;
    const isUnknownKey = issue.expected === 'never';
    offset = isUnknownKey ? offset : (startOf(node) ?? offset);
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

import * as l10n from '@vscode/l10n';
import type * as v from 'valibot';
import { keysOf, schemasAt } from './schemaKeys';
import { insteadOf, meant } from './suggestion';

export type Issue = v.BaseIssue<unknown>;

/** What is wrong with a value whose schema has no words of its own for it, and what may be written instead. */
export function describeIssue(issue: Issue, schema: v.GenericSchema): string {
  const last = issue.path?.at(-1);
  const path = pathInWords(issue);
  if (last === undefined) {
    return l10n.t('A mapping such as "{0}" is expected here.', '{ id: … }');
  }
  if (last.type === 'object' && 'origin' in last && last.origin === 'key') {
    return issue.expected === 'never'
      ? describeUnknownKey(issue, schema, path)
      : l10n.t('The key "{0}" is missing.', path);
  }
  // For a choice that was not made at all the issue is about the value of a key that is not there.
  if (issue.received === 'undefined') {
    return l10n.t('The key "{0}" is missing: it must be {1}.', path, inWords(issue.expected ?? ''));
  }
  const sentence = l10n.t(
    '"{0}" must be {1}, not {2}.',
    path,
    inWords(issue.expected ?? ''),
    receivedInWords(issue.received),
  );
  const near =
    typeof issue.input === 'string' ? meant(issue.input, choicesIn(issue.expected ?? '')) : undefined;
  return near === undefined ? sentence : `${sentence} ${l10n.t('Did you mean "{0}"?', near)}`;
}

/** Where a value is: "when › 1 › measure"; people count from 1. */
function pathInWords({ path }: Issue): string {
  return (path ?? []).map(({ key }) => (typeof key === 'number' ? key + 1 : String(key))).join(' › ');
}

function describeUnknownKey(issue: Issue, schema: v.GenericSchema, path: string): string {
  const last = issue.path?.at(-1);
  return last?.value === null
    ? l10n.t(
        'There is no key "{0}". If this belongs to the text before it, put that text in quotation marks, for its comma.',
        path,
      )
    : `${l10n.t('There is no key "{0}".', path)} ${insteadOfKey(issue, schema)}`;
}

function insteadOfKey(issue: Issue, schema: v.GenericSchema): string {
  const path = (issue.path ?? []).map(({ key }) => key);
  const around = schemasAt(schema, path.slice(0, -1));
  const keys = around.flatMap((at) => Array.from(keysOf(at)?.keys() ?? []));
  return insteadOf(String(path.at(-1)), Array.from(new Set(keys)));
}

/** The words that valibot, which writes what it expects as a TypeScript type, would accept. */
function choicesIn(expected: string): string[] {
  return Array.from(expected.matchAll(/"(?<choice>[^"]*)"/g), (match) => match.groups?.['choice'] ?? '');
}

function receivedInWords(received: string): string {
  switch (received) {
    case 'Object':
      return l10n.t('a mapping');
    case 'Array':
      return l10n.t('a list');
    case 'null':
      return l10n.t('nothing');
    default:
      return received;
  }
}

function inWords(expected: string): string {
  const choices = expected.replaceAll(/[()]/g, '').split(' | ');
  if (choices.length > 1) {
    return l10n.t('one of {0}', choices.join(', '));
  }
  switch (expected) {
    case 'string':
      return l10n.t('a text (in quotation marks where YAML would see something else)');
    case 'number':
      return l10n.t('a number');
    case 'boolean':
      return l10n.t('true or false');
    case 'Array':
      return l10n.t('a list in brackets, "[ … ]"');
    case 'Object':
      return l10n.t('a mapping in braces, "{ … }"');
    default:
      return expected;
  }
}

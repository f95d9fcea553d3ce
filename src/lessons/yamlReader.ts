import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { isMap, isNode, isScalar, isSeq, parseDocument, visit, type Document, type Node } from 'yaml';
import { describeError } from '../emitter';
import type { DiagnosticCollector } from './lessonDiagnostics';
import { describeYamlError } from './yamlProblems';
import { describeIssue, type Issue } from './vocabulary/schemaIssues';

/**
 * Longer YAML is refused before it is read, in UTF-16 code units: the search for duplicate keys takes quadratic time,
 * and no front matter comes near this.
 */
const LONGEST_YAML = 4096;

/** What was read, and where each part of it stands. */
export interface ReadValue<Value> {
  readonly value: Value;
  /** The offset, in the whole text, of the value at a path, or of the nearest around it that is written there. */
  readonly offsetOf: (...path: readonly (string | number)[]) => number;
}

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
): ReadValue<v.InferOutput<Schema>> | undefined {
  if (yaml.length > LONGEST_YAML) {
    report.error(start, l10n.t('This is too long: at most {0} characters are read here.', LONGEST_YAML));
    return undefined;
  }
  try {
    const document = parseDocument(yaml, { prettyErrors: false, logLevel: 'error' });
    for (const warning of document.warnings) {
      report.warn(start + warning.pos[0], describeYamlError(warning));
    }
    // What follows the first error is mostly its consequence.
    const [first] = document.errors;
    if (first) {
      report.error(start + first.pos[0], describeYamlError(first));
      return undefined;
    }
    const alias = firstAlias(document);
    if (alias) {
      report.error(start + (startOf(alias) ?? 0), describeYamlError({ code: 'BAD_ALIAS', message: '' }));
      return undefined;
    }
    const value: unknown = document.toJS();
    // An empty message marks the issues for which the schema has no words of its own.
    const parsed = v.safeParse(schema, value, { message: '' });
    if (parsed.success) {
      return { value: parsed.output, offsetOf: (...path) => start + offsetAt(document, path) };
    }
    for (const issue of parsed.issues) {
      report.error(
        start + offsetOfIssue(document, issue),
        report.isFull ? '' : issue.message || describeIssue(issue, schema),
      );
    }
  } catch (error) {
    // Deep nesting exhausts the YAML reader's stack.
    report.error(start, l10n.t('This cannot be read as YAML: {0}', describeError(error)));
  }
  return undefined;
}

/**
 * A text that begins with an asterisk is an alias to YAML. No lesson needs one, and to follow many of them takes quadratic
 * time.
 */
function firstAlias(document: Document): Node | undefined {
  let found: Node | undefined;
  visit(document, {
    Alias(_, alias) {
      found = alias;
      return visit.BREAK;
    },
  });
  return found;
}

/** Where the value stands that an issue speaks of, or as near to it as the document goes. */
function offsetOfIssue(document: Document, issue: Issue): number {
  const path = (issue.path ?? []).map(({ key }) => key);
  return offsetAt(document, path, issue.expected === 'never' ? 'key' : 'value');
}

/** The offset of the value at a path, or of its key, as far as the document goes along it. */
function offsetAt(document: Document, path: readonly unknown[], part: 'key' | 'value' = 'value'): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [index, key] of path.entries()) {
    let child: unknown;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
      offset = startOf(pair?.key) ?? offset;
      child = pair?.value;
    } else if (isSeq(node) && typeof key === 'number') {
      child = node.items[key];
    }
    if (child === undefined || (part === 'key' && index === path.length - 1)) {
      break;
    }
    node = child;
    offset = startOf(node) ?? offset;
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

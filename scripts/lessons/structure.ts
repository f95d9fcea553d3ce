import type { Lesson } from '../../src/shared/domain/lesson';

/** A part of a lesson, with where it is: "steps.0.title". */
interface Placed<Value> {
  readonly path: string;
  readonly value: Value;
}

/** The keys under which a lesson keeps what a person reads. */
const READ_KEYS: readonly string[] = ['title', 'summary', 'html', 'feedback', 'label', 'meaning', 'unit'];

/** The keys whose values are HTML. */
const HTML_KEYS: readonly string[] = ['html', 'feedback'];

/** Everything that a person reads in a lesson, in its order. */
export function textsOf(lesson: Lesson): Placed<string>[] {
  return leavesOf(lesson).flatMap(({ path, value }) =>
    typeof value === 'string' && READ_KEYS.includes(lastKey(path)) ? [{ path, value }] : [],
  );
}

/**
 * All that must not differ between the languages of a lesson: everything but its words, of which the pictures, the
 * links within the course, and the number of each kind of block remain.
 */
function structureOf(lesson: Lesson): Placed<unknown>[] {
  return leavesOf(lesson).flatMap(({ path, value }) => {
    const key = lastKey(path);
    if (path === 'language') {
      return [];
    }
    if (typeof value === 'string' && HTML_KEYS.includes(key)) {
      return [{ path, value: skeletonOf(value) }];
    }
    return READ_KEYS.includes(key) ? [{ path, value: undefined }] : [{ path, value }];
  });
}

/** The first place at which two lessons are built differently, in words, or `undefined` when they are alike. */
export function firstDifference(a: Lesson, b: Lesson): string | undefined {
  const [first, second] = [structureOf(a), structureOf(b)];
  const values = new Map(second.map(({ path, value }) => [path, value]));
  for (const { path, value } of first) {
    if (!values.has(path)) {
      return `${path} is missing`;
    }
    const [wanted, got] = [JSON.stringify(value), JSON.stringify(values.get(path))];
    if (wanted !== got) {
      return `${path} is ${got}, and should be ${wanted}`;
    }
    values.delete(path);
  }
  const [more] = values.keys();
  return more === undefined ? undefined : `${more} is too much`;
}

function skeletonOf(html: string): string {
  const counted = ['table', 'ul', 'ol', 'pre', 'math', 'img', 'blockquote'].map(
    (tag) => `${tag} ${html.split(`<${tag}`).length - 1}`,
  );
  const within = Array.from(
    html.matchAll(/(?:href|src)="(?<target>(?:#|lesson:|(?![a-z]+:))[^"]*)"/g),
    (match) => String(match.groups?.['target']),
  );
  return [...counted, ...within.toSorted()].join(', ');
}

/** Every value of a lesson that is neither a list nor a mapping; empty ones of those count as values. */
function leavesOf(value: unknown, path = ''): Placed<unknown>[] {
  const children = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return children.length === 0
    ? [{ path, value }]
    : children.flatMap(([key, child]) => leavesOf(child, path === '' ? key : `${path}.${key}`));
}

function lastKey(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

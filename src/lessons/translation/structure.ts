/** A value in a lesson or a part of it, with where it is: "steps.0.title". */
export interface Placed<Value> {
  readonly path: string;
  readonly value: Value;
}

/** The keys under which a lesson keeps what a person reads. */
const READ_KEYS: readonly string[] = ['title', 'summary', 'html', 'feedback', 'label', 'meaning', 'unit'];

/** The keys whose values are HTML. */
export const HTML_KEYS: readonly string[] = ['html', 'feedback'];

/** Everything that a person reads in a lesson or a part of it, in its order. */
export function textsOf(part: object): Placed<string>[] {
  return leavesOf(part).flatMap(({ path, value }) =>
    typeof value === 'string' && READ_KEYS.includes(lastKey(path)) ? [{ path, value }] : [],
  );
}

/**
 * All that must not differ between the languages of a lesson or a part of it: everything but its words, of which the
 * pictures, the links within the course, and the number of each kind of block remain.
 */
export function structureOf(part: object): Placed<unknown>[] {
  return leavesOf(part).flatMap(({ path, value }) => {
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

import * as l10n from '@vscode/l10n';

/** Pictures that a lesson may show, by the ending of their file's name. */
export const IMAGE_TYPES: ReadonlyMap<string, string> = new Map([
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['gif', 'image/gif'],
  ['webp', 'image/webp'],
  ['svg', 'image/svg+xml'],
]);

/** The ending of a file's name in small letters, without the dot; empty when there is none. */
export function extensionOf(path: string): string {
  return /\.(?<extension>[^./]+)$/.exec(path)?.groups?.['extension']?.toLowerCase() ?? '';
}

/** Where a link leads, or why it may not be followed. */
type LinkTarget =
  | { readonly kind: 'web' }
  /** A step or section of the same lesson. */
  | { readonly kind: 'anchor'; readonly id: string }
  /** Another lesson, or a step or section of it. */
  | { readonly kind: 'lesson'; readonly lesson: string; readonly id?: string }
  /** A picture in the lesson's folder, or below it; `path` is relative to the folder. */
  | { readonly kind: 'image'; readonly path: string }
  | { readonly kind: 'refused'; readonly reason: string };

const LESSON_LINK = /^lesson:(?<lesson>[a-z0-9-]+)(?:#(?<id>[a-z0-9-]+))?$/;

/** Sorts out the target of a link or image as it stands in Markdown. Never throws. */
export function readLink(target: string): LinkTarget {
  if (/^https?:\/\/[^/]/i.test(target)) {
    return { kind: 'web' };
  }
  const decoded = decode(target);
  if (decoded === undefined) {
    return refused(l10n.t('The percent signs in "{0}" do not encode characters.', target));
  }
  if (decoded.startsWith('#')) {
    return { kind: 'anchor', id: decoded.slice(1) };
  }
  if (decoded.startsWith('lesson:')) {
    return readLessonLink(decoded);
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(decoded) || /^[/\\]/.test(decoded)) {
    return refused(
      l10n.t(
        'Links lead to https:// or http:// addresses, to "#id" in this lesson, to "lesson:id" or to pictures: not to "{0}".',
        target,
      ),
    );
  }
  if (/\\|\p{Cc}/u.test(decoded) || decoded.split('/').includes('..')) {
    return refused(l10n.t('"{0}" is outside the folder of the lesson.', target));
  }
  if (!IMAGE_TYPES.has(extensionOf(decoded))) {
    return refused(
      l10n.t(
        'A lesson opens no files but pictures ({1}): not "{0}". Put it on the web and link to it there.',
        target,
        [...IMAGE_TYPES.keys()].join(', '),
      ),
    );
  }
  return { kind: 'image', path: decoded };
}

function readLessonLink(target: string): LinkTarget {
  const groups = LESSON_LINK.exec(target)?.groups;
  const { lesson, id } = groups ?? {};
  if (lesson === undefined) {
    return refused(
      l10n.t('A link to another lesson is "lesson:its-id" or "lesson:its-id#step-id", not "{0}".', target),
    );
  }
  return { kind: 'lesson', lesson, ...(id === undefined ? {} : { id }) };
}

function refused(reason: string): LinkTarget {
  return { kind: 'refused', reason };
}

function decode(target: string): string | undefined {
  try {
    return decodeURIComponent(target);
  } catch {
    // A malformed escape sequence.
    return undefined;
  }
}

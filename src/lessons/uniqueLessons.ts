import * as l10n from '@vscode/l10n';
import { broken, type LessonFile } from './lessonFile';
import type { LessonOrigin } from './lessonSource';

type PlacedLesson = LessonFile & { readonly origin: LessonOrigin };

/**
 * The later of two lessons with the same id is as good as broken: links and progress could not tell it from the first.
 * So nobody's own lesson takes the place of one of the course.
 */
export function refuseDuplicates<Found extends PlacedLesson>(lessons: readonly Found[]): Found[] {
  const known = new Map<string, Found>();
  return lessons.map((found) => {
    const id = found.parsed.lesson?.id;
    const first = id === undefined ? undefined : known.get(id);
    if (id !== undefined && first === undefined) {
      known.set(id, found);
    }
    return id === undefined || first === undefined
      ? found
      : { ...found, parsed: broken(describeDuplicate(id, first)) };
  });
}

function describeDuplicate(id: string, first: PlacedLesson): string {
  return first.origin.kind === 'course'
    ? l10n.t(
        'The lesson "{0}" of the course has the id "{1}" already. Choose another id.',
        first.parsed.lesson?.title ?? '',
        id,
      )
    : l10n.t('The lesson "{0}" has the id "{1}" already. Choose another id.', first.path, id);
}

import * as l10n from '@vscode/l10n';
import type { Hyperparameters } from '../../../src/shared/hyperparameters';
import type { Lesson } from '../../../src/shared/lesson';
import { lessonDefaults } from '../../../src/shared/lessonDefaults';
import { valueLabel } from '../../hyperparameters/choiceLabels';
import { settingName } from '../diagnosis/words';
import { changesFromLesson } from './changes';

/** So many changes are named; more would fill the notes. */
const MOST_NAMED = 3;

/** Why the notes may not fit the run, or `undefined` while they do. */
export function changesSentence(lesson: Lesson, running: Hyperparameters): string | undefined {
  const changed = changesFromLesson(lesson, running);
  if (changed.length === 0) {
    return undefined;
  }
  if (changed.includes('data')) {
    return l10n.t(
      'You train on “{0}”. The notes tell of “{1}”: what they say of pictures, numbers and rounds may not fit your run.',
      valueLabel(running.data),
      valueLabel(lessonDefaults(lesson, running.backend).data),
    );
  }
  const named = changed.slice(0, MOST_NAMED).map(settingName);
  const names = named.reduce((list, name) => l10n.t('{0}, {1}', list, name));
  const more = changed.length - named.length;
  return l10n.t(
    'You changed {0}. The notes tell how it goes with the lesson’s own values: their numbers and rounds may not fit your run.',
    more === 0 ? names : l10n.t('{0} and {1} more', names, more),
  );
}

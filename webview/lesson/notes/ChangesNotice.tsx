import type { Hyperparameters } from '../../../src/shared/hyperparameters';
import type { Lesson } from '../../../src/shared/lesson';
import { InfoGlyph } from '../../ui/controlIcons';
import { changesSentence } from './words';

interface ChangesNoticeProps {
  readonly lesson: Lesson;
  readonly running: Hyperparameters | undefined;
}

/** Says over the notes that they tell of another run than this one. */
export function ChangesNotice({ lesson, running }: ChangesNoticeProps) {
  const sentence = running && changesSentence(lesson, running);
  return sentence === undefined ? null : (
    <p class="changes-notice" role="note">
      <InfoGlyph /> <span>{sentence}</span>
    </p>
  );
}

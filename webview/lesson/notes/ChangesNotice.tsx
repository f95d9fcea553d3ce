import type { LessonStep } from '../../../src/shared/domain/lesson';
import { InfoGlyph } from '../../ui/controlIcons';
import { useLearning } from '../exercises/context';
import { changesSentence } from './words';

/** Says over the notes that the step that is being read tells of another run than the one on the stage. */
export function ChangesNotice({ step }: { readonly step: LessonStep | undefined }) {
  const { lesson, running } = useLearning();
  const sentence = step && running && changesSentence(lesson, step, running);
  return sentence === undefined ? null : (
    <p class="changes-notice" role="note">
      <InfoGlyph /> <span>{sentence}</span>
    </p>
  );
}

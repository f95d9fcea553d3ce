import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { LessonStep } from '../../../src/shared/domain/lesson';
import { CloseGlyph, InfoGlyph } from '../../ui/controlIcons';
import { useLearning, useRun } from '../exercises/context';
import { changesSentence } from './words';

/** Where a sentence was shown first. */
interface Shown {
  readonly sentence: string;
  /** Id of the step; absent once it was dismissed. */
  readonly step: string | undefined;
}

/** Says why the notes may not fit the run: in the first step where that is so, until it is dismissed. */
export function ChangesNotice({ step }: { readonly step: LessonStep | undefined }): JSX.Element | null {
  const { lesson } = useLearning();
  const run = useRun();
  const sentence = step && run && changesSentence(lesson, step, run);
  const [known, setKnown] = useState<readonly Shown[]>([]);
  const before = known.find((each) => each.sentence === sentence);
  useEffect(() => {
    if (step !== undefined && sentence !== undefined && before === undefined) {
      setKnown([...known, { sentence, step: step.id }]);
    }
  }, [sentence, step?.id]);
  if (sentence === undefined || (before !== undefined && before.step !== step?.id)) {
    return null;
  }
  const dismiss = (): void =>
    setKnown(known.map((each) => (each.sentence === sentence ? { sentence, step: undefined } : each)));
  return (
    <div class="changes-notice" role="note">
      <InfoGlyph /> <span>{sentence}</span>
      <button type="button" aria-label={l10n.t('Dismiss')} title={l10n.t('Dismiss')} onClick={dismiss}>
        <CloseGlyph />
      </button>
    </div>
  );
}

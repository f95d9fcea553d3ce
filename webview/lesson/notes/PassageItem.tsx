import * as l10n from '@vscode/l10n';
import type { Passage } from '../../../src/shared/domain/lesson';
import { passageNumber } from '../state';
import { LessonText } from './LessonText';

interface PassageItemProps {
  readonly passage: Passage;
  readonly marked: boolean;
  readonly onChoose: (id: string) => void;
}

/** A piece of the notes; choosing its heading lights the parts of the stage that it speaks of. */
export function PassageItem({ passage, marked, onChoose }: PassageItemProps) {
  const number = passageNumber(passage);
  return (
    <li class={marked ? 'passage marked' : 'passage'} data-passage={passage.id}>
      <h3>
        <button
          type="button"
          aria-current={marked ? 'true' : undefined}
          title={l10n.t('Show it on the stage')}
          onClick={() => onChoose(passage.id)}
        >
          <i class={number === undefined ? 'dot' : 'number'}>{number}</i>
          <span>{passage.title}</span>
        </button>
      </h3>
      <LessonText html={passage.html} />
    </li>
  );
}

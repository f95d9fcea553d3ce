import type { Deeper } from '../../../src/shared/domain/lesson';
import { LessonText } from '../notes/LessonText';
import { headingId } from './ExerciseCard';

/** What goes deeper: folded under its heading until it is opened. */
export function DeeperItem({ section }: { readonly section: Deeper }) {
  return (
    <li class="deeper" data-section={section.id}>
      <details>
        <summary>
          <h3 id={headingId(section)} tabIndex={-1}>
            {section.title}
          </h3>
        </summary>
        <LessonText html={section.html} />
      </details>
    </li>
  );
}

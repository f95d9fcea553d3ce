import type { ComponentChildren, JSX } from 'preact';
import type { Section } from '../../../src/shared/domain/lesson';
import { CheckGlyph } from '../../ui/controlIcons';
import { LessonText } from '../notes/LessonText';

interface ExerciseCardProps {
  readonly section: Exclude<Section, { kind: 'passage' | 'deeper' }>;
  /** What kind of exercise it is, in a word or two. */
  readonly kind: string;
  /** In words, where it is done. */
  readonly done?: string | undefined;
  readonly children: ComponentChildren;
}

/** The id of the heading of a section, by which its controls are named. */
export function headingId(section: { readonly id: string }): string {
  return `section-${section.id}`;
}

/** An exercise of the notes: what kind it is, its heading, its text, and what there is to do. */
export function ExerciseCard({ section, kind, done, children }: ExerciseCardProps): JSX.Element {
  return (
    <li class={`exercise ${section.kind}`} data-section={section.id}>
      <p class="exercise-kind">
        {kind}
        {done !== undefined && (
          <span class="exercise-done">
            <CheckGlyph /> {done}
          </span>
        )}
      </p>
      <h3 id={headingId(section)} tabIndex={-1}>
        {section.title}
      </h3>
      {section.html !== '' && <LessonText html={section.html} />}
      {children}
    </li>
  );
}

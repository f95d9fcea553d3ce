import type { Lesson, LessonStep } from '../../shared/domain/lesson';

/** Whether a translation lacks steps or sections of its original. */
export function isIncomplete(translation: Lesson, original: Lesson): boolean {
  const own = idsOf(translation);
  return Array.from(idsOf(original)).some((id) => !own.has(id));
}

/** A translation with the steps and sections that only its original has, each where it is there, in its language. */
export function completed(translation: Lesson, original: Lesson): Lesson {
  const own = idsOf(translation);
  const steps = translation.steps.map((step) => {
    const same = original.steps.find(({ id }) => id === step.id);
    return same ? { ...step, sections: withMissing(step.sections, same.sections, own) } : step;
  });
  // A step that only the original has may hold sections that the translation has elsewhere.
  const missing = original.steps.map((step) =>
    own.has(step.id) ? step : { ...step, sections: step.sections.filter(({ id }) => !own.has(id)) },
  );
  return { ...translation, steps: withMissing<LessonStep>(steps, missing, own) };
}

function idsOf({ steps }: Lesson): ReadonlySet<string> {
  return new Set(steps.flatMap(({ id, sections }) => [id, ...sections.map((section) => section.id)]));
}

/** Puts what is missing behind what comes before it in the original. */
function withMissing<Part extends { readonly id: string }>(
  own: readonly Part[],
  wanted: readonly Part[],
  known: ReadonlySet<string>,
): Part[] {
  const parts = [...own];
  wanted.forEach((part, index) => {
    if (!known.has(part.id)) {
      const before = wanted[index - 1]?.id;
      parts.splice(parts.findIndex(({ id }) => id === before) + 1, 0, part);
    }
  });
  return parts;
}

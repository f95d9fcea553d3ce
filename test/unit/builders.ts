import type { Lesson, LessonStep, Passage } from '../../src/shared/lesson';

/** A passage without condition or region, for tests to add what they look at. */
export function aPassage(id: string, more: Partial<Passage> = {}): Passage {
  return { kind: 'passage', id, title: '', html: '', condition: {}, regions: [], lecture: [], ...more };
}

/** A step without sections. */
export function aStep(id: string, more: Partial<LessonStep> = {}): LessonStep {
  return { id, title: '', html: '', sections: [], hide: [], lock: [], ...more };
}

/** A lesson without steps. */
export function aLesson(id: string, more: Partial<Lesson> = {}): Lesson {
  return {
    id,
    number: 1,
    title: '',
    summary: '',
    minutes: 1,
    level: 'beginner',
    needs: [],
    language: 'en',
    html: '',
    steps: [],
    run: {},
    ...more,
  };
}

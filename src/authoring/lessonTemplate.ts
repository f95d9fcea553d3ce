import { stringify } from 'yaml';
import type { LessonLanguage } from '../lessons/lessonLanguage';
import english from './templates/en.md';
import chinese from './templates/zh-cn.md';

/** What distinguishes a new lesson from the template. */
export interface NewLesson {
  readonly id: string;
  readonly title: string;
  /** Its place among the lessons of its folder, from 1. */
  readonly number: number;
}

const TEMPLATES: Readonly<Record<LessonLanguage, string>> = { en: english, 'zh-cn': chinese };

/** The text of a new lesson: one section of each kind, with comments that say what may be done with it. */
export function lessonTemplate(language: LessonLanguage, { id, title, number }: NewLesson): string {
  // One line, however long the title is.
  const yaml = (value: unknown): string => stringify(value, { lineWidth: 0 }).trimEnd();
  return TEMPLATES[language]
    .replace(/^id: .*$/m, () => `id: ${yaml(id)}`)
    .replace(/^number: .*$/m, () => `number: ${yaml(number)}`)
    .replace(/^title: .*$/m, () => `title: ${yaml(title)}`);
}

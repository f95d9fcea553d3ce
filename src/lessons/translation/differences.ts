import * as l10n from '@vscode/l10n';
import type { Lesson } from '../../shared/domain/lesson';
import { LANGUAGES, LESSON_LANGUAGES } from '../lessonLanguage';
import { numberDifference } from './proseNumbers';
import { HTML_KEYS, structureOf, textsOf, type Placed } from './structure';

/** Something that is not the same in a lesson and its translation, for those who write them. */
interface LessonDifference {
  /** A step or section of the translation; absent where it is about the lesson as a whole. */
  readonly id?: string;
  /** The key of the front matter that it is about, if it is about one. */
  readonly key?: string;
  readonly message: string;
}

/** A step without its sections, or a section, with the id of the step that it belongs to. */
interface Part {
  readonly id: string;
  readonly step?: string;
  readonly content: object;
}

/** The keys of a lesson whose values have another name in its directives. */
const WRITTEN_KEYS: ReadonlyMap<string, string> = new Map([['revealAt', 'reveal']]);

/**
 * All in which a translation differs from its original but the words: ids, numbers, goals, right answers, pictures. Its
 * words may have other numbers only below ten.
 */
export function differencesOf(translation: Lesson, original: Lesson): LessonDifference[] {
  const language = nameOf(original.language);
  const [own, wanted] = [partsOf(translation), partsOf(original)];
  const frontMatter = comparedValues(frontMatterOf(translation), frontMatterOf(original), language);
  const known = new Map(wanted.map((part) => [part.id, part]));
  const parts = own.flatMap((part): LessonDifference[] => {
    const same = known.get(part.id);
    const found = same ? comparedParts(part, same, language) : [describeExtra(part.id, language)];
    return found.map(({ message }) => ({ id: part.id, message }));
  });
  const lacking = wanted.filter(({ id }) => !own.some((part) => part.id === id));
  return [...frontMatter, ...parts, ...lacking.map(({ id }) => describeLack(id, language))];
}

function nameOf(language: string): string {
  const tag = LESSON_LANGUAGES.find((one) => one === language);
  return tag === undefined ? language : LANGUAGES[tag].name;
}

function frontMatterOf({ id, number, level, minutes, needs, run }: Lesson): object {
  return { id, number, level, minutes, needs, run };
}

function partsOf({ steps }: Lesson): Part[] {
  return steps.flatMap(({ sections, ...step }): Part[] => [
    { id: step.id, content: step },
    ...sections.map((section) => ({ id: section.id, step: step.id, content: section })),
  ]);
}

function comparedParts(part: Part, original: Part, language: string): LessonDifference[] {
  const message =
    part.step === original.step
      ? undefined
      : l10n.t('In the lesson in {0}, "{1}" is in the step "{2}".', language, part.id, original.step ?? '');
  return [
    ...(message === undefined ? [] : [{ message }]),
    ...comparedValues(part.content, original.content, language),
    ...comparedNumbers(part.content, original.content, language),
  ];
}

/** The values that differ, each named by its key; a key once, however often it has other values. */
function comparedValues(own: object, wanted: object, language: string): LessonDifference[] {
  const [values, originals] = [structureOf(own), structureOf(wanted)];
  const here = new Map(values.map(({ path, value }) => [path, value]));
  const there = new Map(originals.map(({ path, value }) => [path, value]));
  const paths = new Set([...there.keys(), ...here.keys()]);
  const found = new Map<string, LessonDifference>();
  for (const path of paths) {
    if (JSON.stringify(here.get(path)) !== JSON.stringify(there.get(path))) {
      const key = keyOf(path);
      const message = describeValues(key, here.get(path), there.get(path), language);
      found.set(key, found.get(key) ?? { key: path.split('.')[0] ?? key, message });
    }
  }
  return Array.from(found.values());
}

/** The last name in a path: places in lists have none. */
function keyOf(path: string): string {
  const name = path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? path;
  return WRITTEN_KEYS.get(name) ?? name;
}

function describeValues(key: string, own: unknown, wanted: unknown, language: string): string {
  if (HTML_KEYS.includes(key)) {
    return l10n.t('The text has other pictures, links, lists or tables than the one in {0}.', language);
  }
  if (key === 'correct') {
    return l10n.t('In the lesson in {0}, other options are right.', language);
  }
  return own === undefined || wanted === undefined
    ? l10n.t('"{0}" is only in one of the languages of the lesson.', key)
    : l10n.t('"{0}" is {1} here, and {2} in the lesson in {3}.', key, shown(own), shown(wanted), language);
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function comparedNumbers(own: object, wanted: object, language: string): LessonDifference[] {
  const originals = new Map(textsOf(wanted).map(({ path, value }) => [path, value]));
  return textsOf(own).flatMap(({ path, value }: Placed<string>) => {
    const original = originals.get(path);
    const difference = original === undefined ? undefined : numberDifference(value, original);
    return difference
      ? [
          {
            message: l10n.t(
              'The text has other numbers than the one in {0}: {1} instead of {2}.',
              language,
              difference.added.join(', ') || l10n.t('none'),
              difference.lacking.join(', ') || l10n.t('none'),
            ),
          },
        ]
      : [];
  });
}

function describeExtra(id: string, language: string): LessonDifference {
  return { id, message: l10n.t('The lesson in {0} has no step or section "{1}".', language, id) };
}

function describeLack(id: string, language: string): LessonDifference {
  return {
    message: l10n.t(
      'The step or section "{0}" of the lesson in {1} is missing. Learners see it in {1}.',
      id,
      language,
    ),
  };
}

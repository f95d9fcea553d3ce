import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { SlugSchema } from '../lessons/directives/values';
import {
  describeRange,
  HYPERPARAMETER_NAMES,
  HyperparameterChangesSchema,
  isHyperparameterName,
  isOwnData,
  SPECS,
  valueFromText,
  type HyperparameterChanges,
  type HyperparameterName,
} from '../shared/domain/hyperparameters';
import { failure, success, type Result } from '../shared/result';

/** A place in the course, and the run that belongs to it. */
export interface LessonLink {
  readonly lesson: string;
  /** A step or section of it; absent: where the person was. */
  readonly step?: string;
  /** What differs from the lesson's own run; empty: whatever run there is stays. */
  readonly changes: HyperparameterChanges;
}

/** What stands between the extension's name and the query of such a link. */
export const LESSON_LINK_PATH = '/lesson';

/** Nobody writes a link of this length, in UTF-16 code units. */
const LONGEST_QUERY = 4096;

const askForAnother = (): string =>
  l10n.t('Ask whoever gave you the link for another one, or copy one with “GAN: Copy Link to This Run”.');

/**
 * Reads `/lesson` and `id=mode-collapse&step=repair&seed=3&generatorSteps=5`. Takes any text whatsoever; what it does
 * not know is refused with the reason, because a link that is followed half teaches something else than was meant.
 *
 * @param path of the link's address, decoded
 * @param query of the link's address, decoded
 */
export function readLessonLink(path: string, query: string): Result<LessonLink> {
  if (path !== LESSON_LINK_PATH) {
    return refused(l10n.t('it leads to “{0}”, and there is only “{1}”.', path, LESSON_LINK_PATH));
  }
  if (query.length > LONGEST_QUERY) {
    return refused(l10n.t('it is longer than {0} characters.', LONGEST_QUERY));
  }
  const places: { lesson?: string; step?: string } = {};
  const values: Record<string, string | number> = {};
  for (const part of query.split('&').filter((text) => text !== '')) {
    const separator = part.indexOf('=');
    const name = part.slice(0, Math.max(0, separator));
    const text = part.slice(separator + 1);
    if (separator < 0) {
      return refused(l10n.t('“{0}” is not of the form name=value.', part));
    }
    if ((name === 'id' && places.lesson !== undefined) || (name === 'step' && places.step !== undefined)) {
      return refused(l10n.t('it says “{0}” twice.', name));
    }
    if (name === 'id' || name === 'step') {
      if (!v.is(SlugSchema, text)) {
        return refused(l10n.t('“{0}” cannot be the id of a lesson or step.', text));
      }
      places[name === 'id' ? 'lesson' : 'step'] = text;
      continue;
    }
    const problem = faultOf(name, text, Object.hasOwn(values, name));
    if (problem !== undefined) {
      return refused(problem);
    }
    values[name] = isHyperparameterName(name) ? valueFromText(name, text) : text;
  }
  const { lesson, ...step } = places;
  if (lesson === undefined) {
    return refused(l10n.t('it names no lesson: “id=…” is missing.'));
  }
  const changes = v.parse(HyperparameterChangesSchema, values);
  return success({ lesson, ...step, changes });
}

/** The query of a link's address; only characters that need no encoding. */
export function lessonLinkQuery({ lesson, step, changes }: LessonLink): string {
  const values = HYPERPARAMETER_NAMES.flatMap((name) => {
    const value = changes[name];
    return value === undefined ? [] : [`${name}=${value}`];
  });
  return [`id=${lesson}`, ...(step === undefined ? [] : [`step=${step}`]), ...values].join('&');
}

/** What is wrong with a hyperparameter of a link; `undefined` when nothing is. */
function faultOf(name: string, text: string, isTwice: boolean): string | undefined {
  if (!isHyperparameterName(name)) {
    return l10n.t('there is no hyperparameter “{0}”.', name);
  }
  if (isTwice) {
    return l10n.t('it says “{0}” twice.', name);
  }
  const value = valueFromText(name, text);
  if (!v.is(HyperparameterChangesSchema, { [name]: value })) {
    return l10n.t('{0} must be {1}, not “{2}”.', SPECS[name].label(), rangeOf(name), text);
  }
  return name === 'data' && isOwnDataName(value)
    ? l10n.t('its collection is only on the machine where it was made.')
    : undefined;
}

function rangeOf(name: HyperparameterName): string {
  return describeRange(SPECS[name]);
}

function isOwnDataName(value: string | number): boolean {
  return SPECS.data.choices.some((choice) => choice === value && isOwnData(choice));
}

function refused(reason: string): Result<never> {
  return failure(l10n.t('This link cannot be followed: {0}', reason), askForAnother());
}

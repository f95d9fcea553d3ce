import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseLesson } from '../../../src/lessons/lessonParser';
import { HYPERPARAMETER_NAMES, type HyperparameterName } from '../../../src/shared/domain/hyperparameters';
import type { Section } from '../../../src/shared/domain/lesson';

const FOLDER = path.join(process.cwd(), 'lessons', 'en');

/** What is in the form, but changed by no run and no button of the course. Whoever teaches one may take it out. */
const NOT_TAUGHT: readonly HyperparameterName[] = [
  'pictureSize',
  'batchSize',
  'labelSmoothing',
  'instanceNoise',
  'latentSize',
  'latentDistribution',
  'generatorActivation',
  'generatorBeta2',
  'discriminatorActivation',
  'discriminatorBeta2',
];

function changedBy(section: Section): string[] {
  switch (section.kind) {
    case 'try':
      return section.choices.flatMap(({ changes }) => Object.keys(changes));
    case 'experiment':
      return Object.keys(section.run);
    default:
      return [];
  }
}

describe('The hyperparameters of the form', () => {
  it('are each changed by a run or a button of the course, but for those that are listed', () => {
    const sections = readdirSync(FOLDER)
      .filter((name) => /^\d/.test(name))
      .flatMap((name) => {
        const { lesson } = parseLesson(readFileSync(path.join(FOLDER, name), 'utf8'), { language: 'en' });
        return lesson?.steps.flatMap((step) => step.sections) ?? [];
      });
    const changed = new Set(sections.flatMap(changedBy));
    assert.deepEqual(
      HYPERPARAMETER_NAMES.filter((name) => !changed.has(name) && !NOT_TAUGHT.includes(name)),
      [],
    );
  });
});

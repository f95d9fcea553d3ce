import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { discriminatorLoss as inPyTorch } from '../../../src/code/pytorch/losses';
import { discriminatorLoss as inTensorFlow } from '../../../src/code/tensorflow/losses';
import { channelsOf, DATA_SETS, PICTURE_DATA, POINT_DATA } from '../../../src/shared/domain/dataSets';
import {
  descriptionOf,
  isHyperparameterName,
  PICTURE_DEFAULTS,
  SPECS,
} from '../../../src/shared/domain/hyperparameters';
import { LOSS_FACTS, LOSS_NAMES } from '../../../src/shared/domain/losses';
import { isMeasure, QUALITY_MEASURES, ROUND_MEASURES } from '../../../src/shared/domain/measures';
import { describeMeasure, measureName } from '../../../src/shared/words/measureWords';
import { lessonTemplate } from '../../../src/authoring/lessonTemplate';
import { FALLBACK_LANGUAGE, LANGUAGES, LESSON_LANGUAGES } from '../../../src/lessons/lessonLanguage';
import { stringFiles } from '../../../scripts/l10nStrings';
import { createCollection } from '../../../webview/gan/datasets';
import { LOSSES } from '../../../webview/gan/training/losses';
import { valueLabel } from '../../../src/shared/words/choiceLabels';
import { repository } from '../../vscode/repository';

const CHINESE = readFileSync(path.join(repository, 'l10n/bundle.l10n.zh-cn.json'), 'utf8');
const LESSON_SCHEMA = readFileSync(path.join(repository, 'lessons/lesson.schema.json'), 'utf8');

function assertNamed(name: string, label: string): void {
  assert.ok(label.length > 0, `${name} has no label`);
  assert.equal(valueLabel(name), label, `${name} has another name in the form`);
  assertTranslated(name, label);
  assert.ok(LESSON_SCHEMA.includes(`"${name}"`), `lessons cannot name ${name}: run npm run lessons:schema`);
}

function assertTranslated(name: string, sentence: string): void {
  assert.ok(sentence.length > 0, `${name} has no words`);
  assert.ok(
    CHINESE.includes(`${JSON.stringify(sentence)}:`),
    `${name} has no Chinese words: add them to l10n/bundle.l10n.zh-cn.json`,
  );
}

describe('The table of losses', () => {
  for (const loss of LOSS_NAMES) {
    it(`has everything of ${loss}`, () => {
      const { label, discriminator, generator } = LOSS_FACTS[loss];
      assertNamed(loss, label());
      assert.match(discriminator, /[Dℓ]\(x\)/);
      assert.match(generator, /[Dℓ]\(G\(z\)\)/);
      assert.ok(Object.hasOwn(LOSSES, loss), 'the engine cannot compute it: webview/gan/training/losses.ts');
      const h = { ...PICTURE_DEFAULTS, loss };
      assert.ok(inPyTorch(h).length > 0 && inTensorFlow(h).length > 0);
    });
  }

  it('is what the form offers', () => {
    assert.deepEqual(SPECS.loss.choices, LOSS_NAMES);
  });
});

describe('The table of data sets', () => {
  for (const data of [...PICTURE_DATA, ...POINT_DATA]) {
    it(`agrees with the samples of ${data}`, () => {
      const { label, modes } = DATA_SETS[data];
      assertNamed(data, label());
      const collection = createCollection({ data, pictureSize: 16, collectionSize: 4 });
      assert.equal(collection.modes, modes, 'modes');
      assert.equal(collection.sampleShape[2], channelsOf(data), 'channels');
      assert.equal(collection.kind, channelsOf(data) === undefined ? 'points' : 'pictures');
    });
  }
});

describe('The table of measures', () => {
  for (const measure of [...ROUND_MEASURES, ...QUALITY_MEASURES]) {
    it(`has everything of ${measure}`, () => {
      assert.ok(isMeasure(measure));
      assertTranslated(measure, measureName(measure));
      assertTranslated(measure, describeMeasure(measure) ?? '');
      assert.ok(LESSON_SCHEMA.includes(`"${measure}"`), 'goals cannot name it: run npm run lessons:schema');
    });
  }
});

describe('The table of hyperparameters', () => {
  for (const [name, { label }] of Object.entries(SPECS)) {
    it(`has everything of ${name}`, () => {
      assert.ok(isHyperparameterName(name));
      assertTranslated(name, label());
      assertTranslated(name, descriptionOf(name));
      assert.ok(LESSON_SCHEMA.includes(`"${name}"`), 'lessons cannot set it: run npm run lessons:schema');
    });
  }
});

describe('The table of languages', () => {
  const manifest = readFileSync(path.join(repository, 'package.json'), 'utf8');

  for (const language of LESSON_LANGUAGES) {
    it(`has everything of ${language}`, () => {
      const lessons = readdirSync(path.join(repository, 'lessons', language));
      assert.ok(lessons.includes('glossary.md'), 'it has no glossary');
      const translation = language === FALLBACK_LANGUAGE ? undefined : language;
      for (const file of [stringFiles.bundle(translation), stringFiles.manifest(translation)]) {
        assert.ok(existsSync(file), `it has no strings: ${file}`);
      }
      assert.ok(manifest.includes(`"${language}"`), 'the setting ganLessons.language does not offer it');
      assert.ok(manifest.includes(`"${LANGUAGES[language].name}"`), 'the setting does not say its name');
      assert.match(lessonTemplate(language, { id: 'mine', title: 'Mine', number: 1 }), /^id: mine$/m);
    });
  }

  it('is the only place in the product that names them', () => {
    const table = path.join('src', 'lessons', 'lessonLanguage.ts');
    const templates = path.join('src', 'authoring', 'lessonTemplate.ts');
    const tags = LESSON_LANGUAGES.filter((language) => language !== FALLBACK_LANGUAGE);
    const naming = ['src', 'webview'].flatMap((folder) =>
      readdirSync(path.join(repository, folder), { encoding: 'utf8', recursive: true })
        .map((file) => path.join(folder, file))
        .filter((file) => /\.tsx?$/.test(file) && file !== table && file !== templates)
        .filter((file) => {
          const text = readFileSync(path.join(repository, file), 'utf8');
          return tags.some((tag) => text.includes(`'${tag}'`));
        }),
    );
    assert.deepEqual(naming, []);
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { discriminatorLoss as inPyTorch } from '../../../src/code/pytorch/losses';
import { discriminatorLoss as inTensorFlow } from '../../../src/code/tensorflow/losses';
import { channelsOf, DATA_SETS, PICTURE_DATA, POINT_DATA } from '../../../src/shared/domain/dataSets';
import { PICTURE_DEFAULTS, SPECS } from '../../../src/shared/domain/hyperparameters';
import { LOSS_FACTS, LOSS_NAMES } from '../../../src/shared/domain/losses';
import { createCollection } from '../../../webview/gan/datasets';
import { LOSSES } from '../../../webview/gan/training/losses';
import { valueLabel } from '../../../src/shared/words/choiceLabels';
import { repository } from '../../vscode/repository';

const CHINESE = readFileSync(path.join(repository, 'l10n/bundle.l10n.zh-cn.json'), 'utf8');
const LESSON_SCHEMA = readFileSync(path.join(repository, 'lessons/lesson.schema.json'), 'utf8');

function assertNamed(name: string, label: string): void {
  assert.ok(label.length > 0, `${name} has no label`);
  assert.equal(valueLabel(name), label, `${name} has another name in the form`);
  assert.ok(
    CHINESE.includes(`"${label}":`),
    `${name} has no Chinese name: add it to l10n/bundle.l10n.zh-cn.json`,
  );
  assert.ok(LESSON_SCHEMA.includes(`"${name}"`), `lessons cannot name ${name}: run npm run lessons:schema`);
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

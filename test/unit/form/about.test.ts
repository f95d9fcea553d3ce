import assert from 'node:assert/strict';
import { HYPERPARAMETER_NAMES, SPECS, descriptionOf } from '../../../src/shared/domain/hyperparameters';
import { aboutText } from '../../../webview/hyperparameters/about';

/** What fits in four lines of a narrow side bar. */
const LONGEST_DESCRIPTION = 140;

describe('What the form says about a hyperparameter', () => {
  for (const name of HYPERPARAMETER_NAMES) {
    it(`describes ${name} in one short sentence, and not by its name alone`, () => {
      const description = descriptionOf(name);
      assert.match(description, /^[A-Z][^.]*(?:0\.9)?[^.]*\.$/);
      assert.ok(description.length <= LONGEST_DESCRIPTION, `${description.length} characters`);
      assert.ok(description.split(' ').length > SPECS[name].label().split(' ').length + 3);
    });
  }

  it('gives the range of a number', () => {
    assert.match(aboutText('batchSize'), /Allowed: a whole number from 2 to 256\.$/);
    assert.match(aboutText('labelSmoothing'), /Allowed: a number from 0 to 0\.5\.$/);
  });

  it('leaves the values of a choice to its list', () => {
    assert.equal(aboutText('loss'), descriptionOf('loss'));
  });
});

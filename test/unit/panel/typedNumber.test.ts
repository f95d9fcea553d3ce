import assert from 'node:assert/strict';
import { typedNumber, typedValue } from '../../../webview/ui/typedNumber';

describe('A number that somebody types', () => {
  it('may have a decimal comma, the minus sign of typography, and digits of full width', () => {
    assert.equal(typedNumber('0,2'), 0.2);
    assert.equal(typedNumber(' −3 '), -3);
    assert.equal(typedNumber('１０'), 10);
    assert.equal(typedNumber('０。００１'), 0.001);
    assert.equal(typedNumber('1e-3'), 0.001);
  });

  it('is none where there is none', () => {
    for (const text of ['', '  ', 'ten', '1 2', '1/3', 'Infinity', 'NaN']) {
      assert.equal(typedNumber(text), undefined, text);
    }
  });
});

describe('A calculation that somebody types', () => {
  const values: Readonly<Record<string, number>> = {
    '-ln 0.2': -Math.log(0.2),
    '−ln 0,2': -Math.log(0.2),
    '-ln(0.2)': -Math.log(0.2),
    '－ｌｎ（０．２）': -Math.log(0.2),
    '1/3': 1 / 3,
    '½': 0.5,
    '20 %': 0.2,
    '20%': 0.2,
    '2 ln 2': 2 * Math.log(2),
    '2ln2': 2 * Math.log(2),
    '1.61': 1.61,
    '3/(3+1)': 0.75,
    '1 - 2 - 3': -4,
    '8/4/2': 1,
    '-2^2': -4,
    '2^-1': 0.5,
    'sqrt(2)*√2': 2,
    e: Math.E,
    '2e3': 2000,
    '(1 + 2)(3)': 9,
  };
  for (const [text, value] of Object.entries(values)) {
    it(`has a value: ${text}`, () => {
      assert.ok(Math.abs((typedValue(text) ?? Number.NaN) - value) < 1e-12, String(typedValue(text)));
    });
  }

  it('counts in percent where the answer is asked in percent', () => {
    assert.equal(typedValue('75 %', '%'), 75);
    assert.equal(typedValue('75', '%'), 75);
  });

  it('has none where it is incomplete, unknown or not finite', () => {
    for (const text of [
      '',
      'ln',
      '1/',
      '(1',
      '1)',
      'log 3',
      '1/0',
      'ln 0',
      'ln -1',
      '1 2',
      'constructor',
      '--',
    ]) {
      assert.equal(typedValue(text), undefined, text);
    }
  });
});

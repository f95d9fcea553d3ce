import assert from 'node:assert/strict';
import { PHASES } from '../../../src/shared/domain/phases';
import { phaseDuration } from '../../../webview/lesson/stage/choreography/durations';
import { verdict } from '../../../webview/ui/l10n';

describe('A phase on the stage', () => {
  it('is acted out in less than a second', () => {
    for (const phase of PHASES) {
      assert.ok(phaseDuration(phase) < 1000, phase);
    }
  });
});

describe('A verdict in percent', () => {
  it('is never a certainty, because the inspector has none', () => {
    const said = [0, 0.004, 0.006, 0.58, 0.994, 0.997, 1].map((p) => verdict(p).replace('\u202f', ' '));
    assert.deepEqual(said, ['<1 %', '<1 %', '1 %', '58 %', '99 %', '>99 %', '>99 %']);
  });
});

import assert from 'node:assert/strict';
import type { Quality } from '../../src/shared/domain/measures';
import type { LatentPath } from '../../src/shared/wire/latent';
import { Truncation } from '../../webview/lesson/evidence/walk/Truncation';
import { pictures } from '../unit/panel/frames';
import { clearScreens, screenOf } from './screen';

const QUALITY: Quality = { round: 400, modes: 6, miniFid: 0.135, effectiveModes: 5.81, convincing: 0.258 };

describe('The truncation of the noise', () => {
  afterEach(clearScreens);

  it('is asked for when somebody moves its slider, and again at another moment', () => {
    const asked: LatentPath[] = [];
    const at = (moment: string) => (
      <Truncation
        showcase={pictures(8)}
        moment={moment}
        truncated={undefined}
        quality={undefined}
        onAsk={(path) => asked.push(path)}
      />
    );
    const screen = screenOf(at('400'));
    assert.deepEqual(asked, []);
    screen.type(screen.find('.slider'), '14');
    assert.deepEqual(asked, [{ kind: 'truncated', scale: 0.7 }]);
    screen.show(at('401'));
    assert.equal(asked.length, 2);
  });

  it('shows fidelity and variety, once it was asked for', () => {
    const screen = screenOf(
      <Truncation
        showcase={pictures(8)}
        moment="400"
        truncated={pictures(8)}
        quality={QUALITY}
        onAsk={() => undefined}
      />,
    );
    assert.equal(screen.all('dl').length, 0);
    screen.type(screen.find('.slider'), '14');
    assert.match(screen.find('dl').textContent ?? '', /26.%.*5\.8 of 6.*0\.1[34]/);
  });
});

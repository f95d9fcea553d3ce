import assert from 'node:assert/strict';
import { environmentText } from '../../../src/environment/environmentText';

const editor = {
  version: '0.2.0',
  editor: 'Visual Studio Code 1.100.3',
  host: 'desktop',
  remote: undefined,
  runsIn: 'the window',
  language: 'zh-cn',
};

const machine = { userAgent: 'Mozilla/5.0', processors: 8, frameRate: 59.94 };

describe('The text about a machine', () => {
  it('has a line for each thing', () => {
    const training = { backend: 'webgl', roundsPerSecond: 123.456 } as const;
    const text = environmentText(
      { ...editor, remote: 'wsl' },
      { ...machine, webgl: 'A', webgpu: 'B', training },
    );
    assert.equal(
      text,
      [
        'GAN Lessons: 0.2.0',
        'Editor: Visual Studio Code 1.100.3 (desktop), zh-cn',
        'Extension runs in: the window, wsl',
        'Browser: Mozilla/5.0',
        'Processors: 8',
        'WebGL 2: A',
        'WebGPU: B',
        'Frames a second: 60',
        'Training: webgl, 123.5 rounds a second (portraits)',
        '',
      ].join('\n'),
    );
  });

  it('says what is not there', () => {
    const text = environmentText(editor, machine);
    assert.match(text, /WebGL 2: none\nWebGPU: no adapter\n[^]*Training: failed\n$/);
  });
});

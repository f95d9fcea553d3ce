import * as vscode from 'vscode';
import { ok } from './assert';

describe('GAN: Report Environment', () => {
  it('copies what trains here, how fast, and what graphics there are', async function () {
    this.timeout(60_000);
    const text = await vscode.commands.executeCommand<string>('ganLessons.reportEnvironment');
    ok(/^GAN Lessons: \d+\.\d+\.\d+\n/.test(text), text);
    ok(/\nWebGL 2: .+\nWebGPU: .+\nFrames a second: \d+\n/.test(text), text);
    ok(/\nTraining: (?:cpu|webgl), \d+\.\d rounds a second/.test(text), text);
    ok(!/vscode-remote:|file:|\/home|\/tmp/.test(text), text);
  });
});

import assert from 'node:assert/strict';
import { findDesktop, withoutDesktop, type Machine } from '../../../scripts/start/findDesktop';

function machine(platform: NodeJS.Platform, files: readonly string[], env: NodeJS.ProcessEnv = {}): Machine {
  const home = platform === 'win32' ? 'C:\\Users\\ada' : '/home/ada';
  return { platform, arch: 'x64', env, home, isFile: (file) => files.includes(file) };
}

const inMacApp = (app: string, command: string) =>
  `/Applications/${app}.app/Contents/Resources/app/bin/${command}`;

describe('The search for a VS Code on the desktop', () => {
  it('takes the one on the PATH before one in a usual place', () => {
    const files = ['/usr/local/bin/code', inMacApp('Visual Studio Code', 'code')];
    const found = findDesktop(machine('darwin', files, { PATH: '/usr/bin:/usr/local/bin' }));
    assert.equal(found, '/usr/local/bin/code');
  });

  it('finds a Mac application whose command is not on the PATH', () => {
    for (const [app, command] of [
      ['Visual Studio Code', 'code'],
      ['Visual Studio Code - Insiders', 'code'],
      ['VSCodium', 'codium'],
      ['Cursor', 'cursor'],
    ] as const) {
      const file = inMacApp(app, command);
      assert.equal(findDesktop(machine('darwin', [file], { PATH: '/usr/bin' })), file);
    }
  });

  it("finds an application of a Mac's one person", () => {
    const file = '/home/ada/Applications/VSCodium.app/Contents/Resources/app/bin/codium';
    assert.equal(findDesktop(machine('darwin', [file])), file);
  });

  it('finds what was installed on Windows for one person or for all', () => {
    const env = { LOCALAPPDATA: 'C:\\Users\\ada\\AppData\\Local', ProgramFiles: 'C:\\Program Files' };
    for (const file of [
      'C:\\Users\\ada\\AppData\\Local\\Programs\\Microsoft VS Code\\bin\\code.cmd',
      'C:\\Program Files\\Microsoft VS Code Insiders\\bin\\code-insiders.cmd',
      'C:\\Program Files\\VSCodium\\bin\\codium.cmd',
      'C:\\Users\\ada\\AppData\\Local\\Programs\\cursor\\resources\\app\\bin\\cursor.cmd',
    ]) {
      assert.equal(findDesktop(machine('win32', [file], env)), file);
    }
  });

  it('reads the PATH of Windows, under both of its names', () => {
    const file = 'D:\\tools\\codium.cmd';
    assert.equal(findDesktop(machine('win32', [file], { PATH: 'C:\\x;D:\\tools' })), file);
    assert.equal(findDesktop(machine('win32', [file], { Path: 'C:\\x;D:\\tools' })), file);
  });

  it('finds snaps and flatpaks on Linux', () => {
    const flatpak = '/home/ada/.local/share/flatpak/exports/bin/com.vscodium.codium';
    assert.equal(findDesktop(machine('linux', ['/snap/bin/code'])), '/snap/bin/code');
    assert.equal(findDesktop(machine('linux', [flatpak])), flatpak);
  });

  it('prefers VS Code to its relatives', () => {
    const files = ['/usr/bin/cursor', '/usr/bin/codium', '/usr/bin/code'];
    assert.equal(findDesktop(machine('linux', files, { PATH: '/usr/bin' })), '/usr/bin/code');
  });

  it('finds nothing where there is nothing, and in no empty entry of the PATH', () => {
    assert.equal(findDesktop(machine('linux', ['code'], { PATH: ':/usr/bin' })), undefined);
  });

  it('says what to do where there is none', () => {
    assert.match(withoutDesktop(machine('darwin', [])), /Shell Command: Install 'code' command in PATH/);
    assert.match(withoutDesktop(machine('win32', [])), /Add to PATH/);
    assert.match(
      withoutDesktop({ platform: 'linux', arch: 'arm64' }),
      /exist for arm64, too[^]*Linux \(x64\) only/,
    );
  });
});

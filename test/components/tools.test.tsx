import assert from 'node:assert/strict';
import type { PanelCommand } from '../../src/shared/wire/messages';
import { ToolsBar } from '../../webview/lesson/tools/ToolsBar';
import { clearScreens, screenOf, type Screen } from './screen';

function tools(ready = true): { readonly screen: Screen; readonly asked: (PanelCommand | 'charts')[] } {
  const asked: (PanelCommand | 'charts')[] = [];
  const screen = screenOf(
    <ToolsBar
      ready={ready}
      onCommand={(command) => asked.push(command)}
      onCharts={() => asked.push('charts')}
    />,
  );
  return { screen, asked };
}

describe('The games and tools below the film strip', () => {
  afterEach(clearScreens);

  it('are all one click away', () => {
    const { screen, asked } = tools();
    for (const name of ['Be the forger', 'Be the inspector', 'Compare runs', 'Code', 'Charts']) {
      screen.click(screen.button(name));
    }
    assert.deepEqual(asked, ['beForger', 'beInspector', 'compareRuns', 'followInCode', 'charts']);
  });

  it('export from a menu that closes with the choice', () => {
    const { screen, asked } = tools();
    const menu = screen.find('details');
    menu.setAttribute('open', '');
    screen.click(screen.button('Metrics (CSV)'));
    assert.deepEqual(asked, ['exportMetrics']);
    assert.ok(!menu.hasAttribute('open'));
  });

  it('close the menu with Escape, which then does nothing else', () => {
    const { screen } = tools();
    const menu = screen.find('details');
    menu.setAttribute('open', '');
    let escapes = 0;
    screen.root.addEventListener('keydown', () => (escapes += 1));
    screen.press(menu, 'Escape');
    assert.ok(!menu.hasAttribute('open'));
    assert.equal(escapes, 0);
    screen.press(menu, 'Escape');
    assert.equal(escapes, 1);
  });

  it('wait for a run', () => {
    const { screen } = tools(false);
    assert.ok(screen.all('vscode-button, li button').every((button) => button.hasAttribute('disabled')));
  });
});

import * as vscode from 'vscode';
import { SWEEP_PANEL } from '../../src/views/sweepPanel';
import { equal, ok } from './assert';
import { eventually } from './eventually';
import { extensionApi } from './extensionApi';

const REQUEST = {
  varied: { name: 'generatorSteps', values: [1, 2] },
  seeds: [1, 2],
  rounds: 4,
};

/** Runs that have ended so far, each by its place in the sweep. */
async function ended(): Promise<number[]> {
  const { sweeps } = await extensionApi();
  return (sweeps.current?.record.outcomes ?? []).map(({ index }) => index);
}

function sweepTab(): vscode.Tab | undefined {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .find(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(SWEEP_PANEL));
}

describe('A sweep', () => {
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('trains two values with two seeds, is cancelled by closing it, and goes on with the rest', async () => {
    await vscode.commands.executeCommand('ganLessons.sweep', REQUEST);
    await eventually('the first run', async () => ((await ended()).length > 0 ? true : undefined));
    const tab = sweepTab();
    ok(tab, 'The sweep has no tab.');
    await vscode.window.tabGroups.close(tab);
    const before = await ended();
    await vscode.commands.executeCommand('ganLessons.showSweep');
    const all = await eventually('all runs', async () => {
      const indices = await ended();
      return indices.length === 4 ? indices : undefined;
    });
    equal(all.slice(0, before.length), before);
    equal(
      all.toSorted((a, b) => a - b),
      [0, 1, 2, 3],
    );
    const { sweeps } = await extensionApi();
    for (const outcome of sweeps.current?.record.outcomes ?? []) {
      ok(outcome.kind === 'done', JSON.stringify(outcome));
      equal(outcome.round, REQUEST.rounds);
      ok(Number.isFinite(outcome.measures.generatorLoss), 'Nothing was measured.');
    }
  });

  it('puts a run on the stage, at its last round and with its hyperparameters', async () => {
    const { session, toStage } = await extensionApi();
    equal(await toStage(3), true);
    await eventually('the run of the sweep', () => {
      const { summary, current } = session.run;
      const isThere = summary?.position.round === REQUEST.rounds;
      return isThere && current.seed === 2 && current.generatorSteps === 2 ? true : undefined;
    });
  });

  it('is refused with more runs than a window trains, and the last one stays', async () => {
    const { sweeps } = await extensionApi();
    const { id } = sweeps.current?.record ?? {};
    const seeds = Array.from({ length: 33 }, (_, seed) => seed);
    await vscode.commands.executeCommand('ganLessons.sweep', { seeds, rounds: 4 });
    equal(sweeps.current?.record.id, id);
  });
});

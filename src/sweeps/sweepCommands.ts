import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import * as vscode from 'vscode';
import { whenShown } from '../collections/whenShown';
import { saveFile } from '../export/saveFile';
import type { Session } from '../session/session';
import { isOwnData, type Hyperparameters } from '../shared/domain/hyperparameters';
import { missingCollection } from '../shared/domain/collection';
import { shownRound } from '../shared/domain/phases';
import { SweepPlanSchema, trialsOf, usualSuccess, type SweepPlan } from '../shared/domain/sweeps/plan';
import type { Problem } from '../shared/result';
import { MOST_TRIALS } from '../shared/wire/sweep';
import type { SweepPanels } from '../views/sweepPanel';
import { askForPlan } from './sweepDialog';
import { sweepTable } from './sweepTable';
import type { Sweeps } from './sweeps';

/** What a command link, a key or a test may hand over in place of the answers of a person. */
const RequestSchema = v.object({
  ...v.pick(SweepPlanSchema, ['varied', 'seeds', 'rounds']).entries,
  success: v.optional(SweepPlanSchema.entries.success),
});

/** The commands that begin a sweep and show it, and what its page asks for. */
export class SweepCommands {
  constructor(
    private readonly session: Session,
    private readonly sweeps: Sweeps,
    /** Made after the commands, because it asks for them. */
    private readonly panels: () => SweepPanels,
    /** Shows the lesson that the person was at, in its panel. */
    private readonly openLesson: () => Promise<void>,
  ) {}

  register(): vscode.Disposable {
    const { registerCommand } = vscode.commands;
    return vscode.Disposable.from(
      registerCommand('ganLessons.sweep', (request: unknown) => this.begin(request)),
      registerCommand('ganLessons.showSweep', () => this.show()),
    );
  }

  /** Puts a trial on the stage, where it can be gone back from. @returns whether it is there */
  async toStage(index: number): Promise<boolean> {
    const saved = await this.sweeps.run(index);
    if (!saved.ok) {
      return tell(saved.problem);
    }
    await this.openLesson();
    if (!(await whenShown(this.session.page))) {
      return tell({
        message: l10n.t('The lesson panel did not open.'),
        next: l10n.t('Start the lesson and try it again.'),
      });
    }
    const opened = await this.session.openRun(saved.value);
    if (!opened.ok) {
      return tell(opened.problem);
    }
    const { hyperparameters, position } = saved.value;
    void vscode.window.showInformationMessage(
      l10n.t(
        'The run with seed {0} is on the stage, at round {1}.',
        hyperparameters.seed,
        shownRound(position),
      ),
    );
    return true;
  }

  /** Writes the trials and their measures as a table where the person says. */
  async saveTable(): Promise<void> {
    const { current } = this.sweeps;
    const trials = current && trialsOf(current.record.plan, MOST_TRIALS);
    if (!current || !trials?.ok) {
      return;
    }
    const { plan, outcomes } = current.record;
    const ends = new Map(outcomes.map((outcome) => [outcome.index, outcome]));
    await saveFile({
      name: `${plan.hyperparameters.data}-sweep.csv`,
      kind: l10n.t('CSV table'),
      endings: ['csv'],
      bytes: new TextEncoder().encode(sweepTable(plan, trials.value, ends)),
      isForVsCode: true,
    });
  }

  /** @param request what to sweep over; whatever is no such thing, the person is asked */
  private async begin(request: unknown): Promise<void> {
    const given = v.safeParse(RequestSchema, request);
    const { wanted } = this.session.run.hyperparameters;
    // Several workers share a graphics card badly, and a trial is to be the same whatever backend is the faster today.
    const base: Hyperparameters = { ...wanted, backend: wanted.backend === 'webgl' ? 'webgl' : 'cpu' };
    const plan = given.success ? planOf(base, given.output) : await askForPlan(base);
    if (plan === undefined) {
      return;
    }
    const trials = trialsOf(plan, MOST_TRIALS);
    if (!trials.ok) {
      tell(trials.problem);
      return;
    }
    const { data } = base;
    const collection = isOwnData(data) ? this.session.collections.latest(data) : undefined;
    if (isOwnData(data) && collection === undefined) {
      tell(missingCollection(data));
      return;
    }
    this.panels().open(this.sweeps.begin(plan, collection));
  }

  private async show(): Promise<void> {
    const sweep = await this.sweeps.load();
    if (sweep.ok) {
      this.panels().open(sweep.value);
    } else {
      tell(sweep.problem);
    }
  }
}

function planOf(
  hyperparameters: Hyperparameters,
  { varied, seeds, rounds, success }: v.InferOutput<typeof RequestSchema>,
): SweepPlan {
  return {
    hyperparameters,
    ...(varied && { varied }),
    seeds,
    rounds,
    success: success ?? usualSuccess(hyperparameters.data),
  };
}

function tell({ message, next }: Problem): false {
  void vscode.window.showErrorMessage(`${message} ${next}`);
  return false;
}

import { Emitter, type Disposable } from '../emitter';
import type { Log } from '../log';
import type { HostToPanel, PanelAnswer, PanelToHost } from '../shared/wire/messages';
import type { Problem } from '../shared/result';

/**
 * What is different now: the lesson, its text, the step that the person reads or whether it runs; what the form shows;
 * what the run reports.
 */
export type SessionChange = 'lesson' | 'hyperparameters' | 'run';

/** To go to another lesson, or to do something that is not done in the panel. */
export type SessionRequest = Extract<
  PanelToHost,
  { type: 'openLesson' | 'activity' | 'runCommand' | 'presenting' }
>;

/** A problem, and perhaps what can be done about it with one click. */
export interface ReportedProblem extends Problem {
  readonly action?: { readonly label: string; readonly act: () => void };
}

/** What a session says to those that show it. */
export class SessionEvents implements Disposable {
  readonly changed: Emitter<SessionChange>;
  /** What the open panel has to be told after its snapshot. */
  readonly messageSent: Emitter<HostToPanel>;
  /** What the panel says of files that it decoded, points that were drawn, things to take along. */
  readonly panelAnswered: Emitter<PanelAnswer>;
  /** What the person has to be told, wherever they are. */
  readonly problemReported: Emitter<ReportedProblem>;
  /** What the person wants that is done outside of the panel. */
  readonly requested: Emitter<SessionRequest>;

  constructor(log: Log) {
    this.changed = new Emitter(log);
    this.messageSent = new Emitter(log);
    this.panelAnswered = new Emitter(log);
    this.problemReported = new Emitter(log);
    this.requested = new Emitter(log);
  }

  /** The step that the person reads is another, and with it what the form hides and holds fixed. */
  placeChanged(): void {
    this.changed.fire('lesson');
    this.changed.fire('hyperparameters');
  }

  dispose(): void {
    this.changed.dispose();
    this.messageSent.dispose();
    this.panelAnswered.dispose();
    this.problemReported.dispose();
    this.requested.dispose();
  }
}

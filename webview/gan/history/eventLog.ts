import { changesBetween, type Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import type { Finding, RunEvent } from '../../../src/shared/wire/run';
import type { RecordedChange } from './changeLog';

type TrainingProblem = Finding['problem'];

/** Older events are forgotten, so that a run whose problems come and go does not grow. */
export const MOST_EVENTS = 64;

/** What was of note in a run: its problems and where it was gone on from another time, in the order of the rounds. */
export class EventLog {
  private events: readonly RunEvent[];
  private latestJoined:
    | {
        readonly events: readonly RunEvent[];
        readonly changes: readonly RecordedChange[];
        readonly joined: RunEvent[];
      }
    | undefined;

  constructor(events: readonly RunEvent[] = []) {
    this.events = events;
  }

  get all(): readonly RunEvent[] {
    return this.events;
  }

  /** Notes what is wrong with the run when a round is complete, where it is news. */
  judge(round: number, findings: readonly Pick<Finding, 'problem'>[]): void {
    const known = this.problems();
    for (const { problem } of findings) {
      if (!known.has(problem)) {
        this.add({ kind: 'problem', round, problem });
      }
    }
    if (known.size > 0 && findings.length === 0) {
      this.add({ kind: 'cured', round });
    }
  }

  branch(round: number): void {
    this.add({ kind: 'branch', round });
  }

  dropAfter(round: number): void {
    this.events = this.events.filter((event) => event.round <= round);
  }

  /** These and the changes of hyperparameters, which the run's change log keeps; the same array until one is added. */
  with(changes: readonly RecordedChange[], beginning: Hyperparameters | undefined): RunEvent[] {
    if (this.latestJoined?.events !== this.events || this.latestJoined.changes !== changes) {
      const joined = this.join(changes, beginning);
      this.latestJoined = { events: this.events, changes, joined };
    }
    return this.latestJoined.joined;
  }

  private join(changes: readonly RecordedChange[], beginning: Hyperparameters | undefined): RunEvent[] {
    let before = beginning;
    const changed = changes.map(({ position, hyperparameters }): RunEvent => {
      const event: RunEvent = {
        kind: 'change',
        round: position.round,
        changes: before === undefined ? {} : changesBetween(before, hyperparameters),
      };
      before = hyperparameters;
      return event;
    });
    return [...this.events, ...changed].toSorted((one, other) => one.round - other.round);
  }

  private add(event: RunEvent): void {
    this.events = [...this.events, event].slice(-MOST_EVENTS);
  }

  /** Those that were found and not cured since. */
  private problems(): ReadonlySet<TrainingProblem> {
    const known = new Set<TrainingProblem>();
    for (const event of this.events) {
      if (event.kind === 'problem') {
        known.add(event.problem);
      } else if (event.kind === 'cured') {
        known.clear();
      }
    }
    return known;
  }
}

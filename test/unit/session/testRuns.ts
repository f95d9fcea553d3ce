import { Emitter } from '../../../src/emitter';
import type { Log } from '../../../src/log';
import { Session } from '../../../src/session/session';
import type { KeepingReport, RunStore, StoredRuns } from '../../../src/session/runStore';
import type { SavedRun } from '../../../src/shared/wire/checkpoint';
import { PICTURE_DEFAULTS, type Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import type { Lesson } from '../../../src/shared/domain/lesson';
import type { HostToPanel, PanelToHost } from '../../../src/shared/wire/messages';
import { START, type Position } from '../../../src/shared/domain/phases';
import { aLesson, aPassage, aStep } from '../builders';

/** The name of every run, where a test does not ask for others. */
export const RUN = 'run';

/** Remembers what was logged. */
export class TestLog implements Log {
  readonly lines: string[] = [];
  info = (line: string) => void this.lines.push(line);
  warn = this.info;
  error = this.info;
}

/** A store that keeps runs in memory, at once. */
export class MemoryStore implements RunStore {
  readonly runs = new Map<string, SavedRun>();
  readonly previous = new Map<string, SavedRun>();
  readonly reports = new Emitter<KeepingReport>(new TestLog());
  readonly onDidTryToKeep = this.reports.event;

  load(lessonId: string): Promise<StoredRuns> {
    return Promise.resolve({ saved: this.runs.get(lessonId), previous: this.previous.get(lessonId) });
  }

  keepPrevious(lessonId: string, previous: SavedRun | undefined): void {
    if (previous) {
      this.previous.set(lessonId, previous);
    } else {
      this.previous.delete(lessonId);
    }
  }

  keep(lessonId: string, run: SavedRun): void {
    this.runs.set(lessonId, run);
  }

  forget(lessonId: string): void {
    this.runs.delete(lessonId);
  }

  archive(lessonId: string): void {
    this.runs.delete(lessonId);
  }

  flush(): Promise<void> {
    return Promise.resolve();
  }
}

export function lesson(id: string, run: Lesson['run'] = {}): Lesson {
  const steps = [aStep(`${id}-first`), aStep(`${id}-second`, { sections: [aPassage(`${id}-passage`)] })];
  return aLesson(id, { title: `Lesson ${id}`, steps, run });
}

export function at(round: number, phasesDone = 0): Position {
  return { round, phasesDone };
}

export function summaryAt(position: Position): Extract<PanelToHost, { type: 'summary' }> {
  const backend = { backend: 'cpu', reason: 'There is no graphics processor.' } as const;
  return { type: 'summary', run: RUN, summary: { position, playing: false, wholeRounds: false, backend } };
}

export function checkpointAt(
  round: number,
  hyperparameters: Hyperparameters = PICTURE_DEFAULTS,
): Extract<PanelToHost, { type: 'checkpoint' }> {
  const bytes = Uint8Array.of(1, 2, 3, round);
  return {
    type: 'checkpoint',
    run: RUN,
    hyperparameters,
    backend: 'cpu',
    position: at(round),
    wholeRounds: false,
    bytes,
  };
}

/** The panel's word that the last live change that it was sent is in force. */
export function applied(posted: readonly HostToPanel[]): Extract<PanelToHost, { type: 'applied' }> {
  const sent = posted.filter((message) => message.type === 'liveChange').at(-1);
  if (!sent) {
    throw new Error('No live change was sent.');
  }
  return { ...sent, type: 'applied' };
}

/** A session with a store in memory, and what it said to the panel and to its views. */
export function createSession(store: RunStore = new MemoryStore(), uniqueName = () => RUN) {
  const log = new TestLog();
  const settings: { backend: Hyperparameters['backend'] } = { backend: 'auto' };
  const session = new Session({
    store,
    backend: () => settings.backend,
    strings: undefined,
    uniqueName,
    log,
  });
  const posted: HostToPanel[] = [];
  const changes: string[] = [];
  session.events.messageSent.event((message) => posted.push(message));
  session.onDidChange((change) => changes.push(change));
  return { session, store, log, settings, posted, changes };
}

/** The same, with a lesson whose run has reached round 0 in the panel. */
export async function createRunningSession(
  store: RunStore = new MemoryStore(),
  taught = lesson('first'),
  uniqueName = () => RUN,
) {
  const created = createSession(store, uniqueName);
  await created.session.choose(taught);
  created.session.panelReady();
  created.session.receive({ ...summaryAt(START), run: created.session.run.origin.run });
  return created;
}

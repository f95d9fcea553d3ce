import type { Event } from '../emitter';
import type { ActivityName } from '../shared/domain/lesson';
import type { HostToPanel, PanelAnswer } from '../shared/wire/messages';
import type { SessionChange, SessionEvents } from './sessionEvents';

/** The panel's page as its session sees it: whether it is there, and what it is told after its snapshot. */
export class PanelPage {
  private connectedNow = false;
  /** What to open in the page that comes next. */
  private pendingActivity: ActivityName | undefined;

  /** @param isRunning whether the panel has got its snapshot and was not closed since */
  constructor(
    private readonly isRunning: () => boolean,
    private readonly events: SessionEvents,
  ) {}

  /** Whether the page hears what is posted. */
  get isConnected(): boolean {
    return this.connectedNow;
  }

  /** What the page says of files that it decoded, points that were drawn, things to take along. */
  get onDidAnswer(): Event<PanelAnswer> {
    return this.events.panelAnswered.event;
  }

  /** Also when the page comes or goes. */
  get onDidChange(): Event<SessionChange> {
    return this.events.changed.event;
  }

  /** The page asks for its snapshot. Returns what it opens at once. */
  connected(): ActivityName | undefined {
    const opens = this.pendingActivity;
    this.connectedNow = true;
    this.pendingActivity = undefined;
    return opens;
  }

  /** The page was destroyed, or waits for the snapshot of another lesson. */
  disconnected(): void {
    this.connectedNow = false;
  }

  /** Tells it something; lost while the panel has no run. */
  post(message: HostToPanel): void {
    if (this.isRunning()) {
      this.events.messageSent.fire(message);
    }
  }

  /** Opens a part of the panel that is not always in sight; before there is a page, as soon as there is one. */
  open(opens: ActivityName): void {
    if (this.connectedNow) {
      this.post({ type: 'open', opens });
    } else {
      this.pendingActivity = opens;
    }
  }
}

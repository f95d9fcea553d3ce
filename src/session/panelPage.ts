import type { ActivityName } from '../shared/domain/lesson';
import type { HostToPanel } from '../shared/wire/messages';
import type { SessionEvents } from './sessionEvents';

/** The panel's page as its session sees it: whether it is there, and what it is told after its snapshot. */
export class PanelPage {
  private there = false;
  /** What to open in the page that comes next. */
  private toOpen: ActivityName | undefined;

  /** @param isRunning whether the panel has got its snapshot and was not closed since */
  constructor(
    private readonly isRunning: () => boolean,
    private readonly events: SessionEvents,
  ) {}

  /** Whether the page hears what is posted. */
  get isThere(): boolean {
    return this.there;
  }

  /** The page asks for its snapshot. Returns what it opens at once. */
  comes(): ActivityName | undefined {
    const opens = this.toOpen;
    this.there = true;
    this.toOpen = undefined;
    return opens;
  }

  /** The page was destroyed, or waits for the snapshot of another lesson. */
  goes(): void {
    this.there = false;
  }

  /** Tells it something; lost while the panel has no run. */
  post(message: HostToPanel): void {
    if (this.isRunning()) {
      this.events.posted.fire(message);
    }
  }

  /** Opens a part of the panel that is not always in sight; before there is a page, as soon as there is one. */
  open(opens: ActivityName): void {
    if (this.there) {
      this.post({ type: 'open', opens });
    } else {
      this.toOpen = opens;
    }
  }
}

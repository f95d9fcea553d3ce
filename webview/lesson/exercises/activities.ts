import type { ActivityName } from '../../../src/shared/domain/lesson';

/**
 * What a lesson can open, by name. Whoever builds a part of the panel that is not always in sight registers how it is
 * opened; the button of an activity that nobody opens is not shown.
 */
export class Activities {
  private readonly openings = new Map<ActivityName, () => void>();

  register(name: ActivityName, open: () => void): void {
    this.openings.set(name, open);
  }

  /** Whether there is something to open. */
  has(name: ActivityName): boolean {
    return this.openings.has(name);
  }

  readonly open = (name: ActivityName): void => this.openings.get(name)?.();
}

import type { LatentPath } from '../../../../src/shared/wire/latent';
import type { PanelToWorker, WorkerToPanel } from '../../../../src/shared/wire/messages';

type Question = Extract<PanelToWorker, { type: 'walk' }>;
type Answer = Extract<WorkerToPanel, { type: 'walked' }>;
type Kind = LatentPath['kind'];

/**
 * Asks the worker for pictures between latent vectors. Of each kind of path one question is on its way at a time, so that
 * a slow worker is not flooded; of those that come meanwhile only the last is asked.
 */
export class LatentQuestions {
  private tickets = 0;
  private readonly asked = new Map<Kind, number>();
  private readonly waiting = new Map<Kind, LatentPath>();

  /** @param painted called with the answer to each question */
  constructor(
    private readonly send: (question: Question) => void,
    private readonly painted: (kind: Kind, answer: Omit<Answer, 'type' | 'ticket'>) => void,
  ) {}

  ask(path: LatentPath): void {
    if (this.asked.has(path.kind)) {
      this.waiting.set(path.kind, path);
      return;
    }
    this.tickets += 1;
    this.asked.set(path.kind, this.tickets);
    this.send({ type: 'walk', ticket: this.tickets, path });
  }

  /** An answer that belongs to no question on its way is of an earlier run. */
  answered({ type: _type, ticket, ...answer }: Answer): void {
    const kind = [...this.asked.keys()].find((candidate) => this.asked.get(candidate) === ticket);
    if (kind === undefined) {
      return;
    }
    this.asked.delete(kind);
    this.painted(kind, answer);
    const next = this.waiting.get(kind);
    if (next !== undefined) {
      this.waiting.delete(kind);
      this.ask(next);
    }
  }

  /** Another run begins, which answers none of the old questions. */
  reset(): void {
    this.asked.clear();
    this.waiting.clear();
  }
}

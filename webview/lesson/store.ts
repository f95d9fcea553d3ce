/** Holds a state that only changes by actions, and tells who wants to know. */
export class Store<State, Action> {
  private readonly listeners = new Set<(state: State) => void>();
  /** States that the listeners have not all heard of yet, the oldest first. */
  private readonly unheard: State[] = [];
  private isNotifying = false;

  constructor(
    private readonly reduce: (state: State, action: Action) => State,
    private current: State,
  ) {}

  get state(): State {
    return this.current;
  }

  /** A listener may dispatch as well: every listener hears of all states, and in their order. */
  dispatch(action: Action): void {
    const next = this.reduce(this.current, action);
    if (next === this.current) {
      return;
    }
    this.current = next;
    this.unheard.push(next);
    if (!this.isNotifying) {
      this.notify();
    }
  }

  private notify(): void {
    this.isNotifying = true;
    try {
      let state = this.unheard.shift();
      while (state !== undefined) {
        for (const listener of this.listeners) {
          listener(state);
        }
        state = this.unheard.shift();
      }
    } finally {
      this.isNotifying = false;
      this.unheard.length = 0;
    }
  }

  /** @returns a function that ends the subscription */
  subscribe(listener: (state: State) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

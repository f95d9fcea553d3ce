/** Holds a state that only changes by actions, and tells who wants to know. */
export class Store<State, Action> {
  private readonly listeners = new Set<(state: State) => void>();

  constructor(
    private readonly reduce: (state: State, action: Action) => State,
    private current: State,
  ) {}

  get state(): State {
    return this.current;
  }

  dispatch(action: Action): void {
    const next = this.reduce(this.current, action);
    if (next !== this.current) {
      this.current = next;
      for (const listener of this.listeners) {
        listener(next);
      }
    }
  }

  /** @returns a function that ends the subscription */
  subscribe(listener: (state: State) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

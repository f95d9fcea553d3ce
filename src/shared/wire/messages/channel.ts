import * as v from 'valibot';

/** A message that does not have the agreed shape, with the reason. It is ignored and written to the log. */
export interface MessageProblem {
  readonly message: string;
}

/**
 * One end of a message channel: checks the shape of everything that comes in and leaves what goes out to the compiler.
 * Used with swapped types at both ends.
 *
 * @param schema what may come in
 * @param post hands an outgoing message to the other end
 * @param handle called with every well-formed incoming message
 * @param report called with the reason for every message that was ignored
 */
export class TypedChannel<In extends v.GenericSchema, Out> {
  constructor(
    private readonly schema: In,
    private readonly post: (message: Out, transfer?: Transferables) => void,
    private readonly handle: (message: v.InferOutput<In>) => void,
    private readonly report: (problem: MessageProblem) => void,
  ) {}

  send(message: Out, transfer: Transferables = []): void {
    this.post(message, transfer);
  }

  receive(message: unknown): void {
    const parsed = v.safeParse(this.schema, message);
    if (parsed.success) {
      this.handle(parsed.output);
    } else {
      const [issue] = parsed.issues;
      this.report({ message: `${v.getDotPath(issue) ?? 'message'}: ${issue.message}` });
    }
  }
}

/** Buffers that move to the other end instead of being copied, where the channel can do that. */
export type Transferables = readonly ArrayBuffer[];

/**
 * What the Node extension host and the web worker extension host both have, beyond the language itself. Everything else
 * of either platform stays undeclared, so that the compiler refuses it.
 */

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean });
  /** @throws TypeError when the decoder is fatal and the bytes are not valid */
  decode(input?: Uint8Array, options?: { stream?: boolean }): string;
}

declare class TextEncoder {
  encode(input?: string): Uint8Array;
}

/** The time in milliseconds since some moment, for durations. */
declare const performance: { now(): number };

declare const crypto: {
  /** Fills the array with cryptographically strong random bytes. */
  getRandomValues(array: Uint8Array): Uint8Array;
};

/** A timer's handle: a number on the web, an object in Node; of use only to `clearTimeout`. */
declare type TimeoutHandle = unknown;

declare function setTimeout(callback: () => void, milliseconds: number): TimeoutHandle;

declare function clearTimeout(handle: TimeoutHandle): void;

/** Base64 of a string whose characters are bytes. */
declare function btoa(bytes: string): string;

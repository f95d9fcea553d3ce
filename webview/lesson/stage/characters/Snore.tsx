import type { JSX } from 'preact';

/** Three letters that rise from a sleeping head, in the drawing of a character. */
export function Snore(): JSX.Element {
  return (
    <path
      class="snore"
      d="M100 34h9l-9 10h9M108 18h8l-8 9h8M115 5h7l-7 8h7"
      fill="none"
      stroke="var(--foreground)"
      stroke-width="2.6"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  );
}

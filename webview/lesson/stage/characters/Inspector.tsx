import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { unreachable } from '../../../../src/shared/result';
import type { Mood } from '../view/moods';
import { Snore } from './Snore';

interface InspectorProps {
  readonly mood: Mood;
  /** A forgery has just fooled him. */
  readonly fooled: boolean;
  /** His network takes no steps. */
  readonly asleep?: boolean;
}

function nameOf(mood: Mood, asleep: boolean): string {
  if (asleep) {
    return l10n.t('The inspector, a dog with a beret, asleep');
  }
  switch (mood) {
    case 'untrained':
      return l10n.t('The inspector, an untrained dog whose beret hangs over one eye');
    case 'halfTrained':
      return l10n.t('The inspector, a dog who begins to look closely');
    case 'trained':
      return l10n.t('The inspector, a sharp-eyed dog with a beret and a magnifier');
    default:
      return unreachable(mood);
  }
}

function Clothes({ mood }: { readonly mood: Mood }): JSX.Element {
  return (
    <g>
      <path class="outlined" d="M14 152c0-32 17-47 48-47s48 15 48 47Z" fill="#50607d" />
      <path d="m43 107 19 33 19-33Z" fill="#eef0f4" />
      <path
        class="outlined"
        d={mood === 'untrained' ? 'm57 115 12 2-1 24-8-4Z' : 'm62 117-12-6v13l12-5 12 5v-13Z'}
        fill="#c04e44"
      />
      <path class="outlined" d="m43 106-11 18 14 2 16 26 16-26 14-2-11-18-19 32Z" fill="#3d4a63" />
      {mood === 'trained' && (
        <path
          d="m90 132 2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9-4.3-4.1 5.9-.8Z"
          fill="#f2c750"
          stroke="var(--ink)"
          stroke-width="1.5"
          stroke-linejoin="round"
        />
      )}
    </g>
  );
}

function Beret({ mood }: { readonly mood: Mood }): JSX.Element {
  const turn: Record<Mood, string> = {
    untrained: 'rotate(-27 60 40) translate(-8 8)',
    halfTrained: 'rotate(-13 62 34) translate(-2 2)',
    trained: 'rotate(-6 62 32)',
  };
  return (
    <g class="beret">
      <g transform={turn[mood]}>
        <path class="outlined" d="M21 34C16 18 37 8 64 9c27 0 46 10 42 23-2 8-81 10-85 2Z" fill="#2f858c" />
        <path
          d="M30 36c21 5 50 4 68-2"
          fill="none"
          stroke="#1c5a60"
          stroke-width="4.5"
          stroke-linecap="round"
        />
        <path
          d="M40 19c8-4 16-5 24-5"
          fill="none"
          stroke="#5fb0b4"
          stroke-width="2.5"
          stroke-linecap="round"
        />
        <path d="M66 9c0-4 2-6 6-7" fill="none" stroke="var(--ink)" stroke-width="5" stroke-linecap="round" />
      </g>
    </g>
  );
}

/** The eye that is seen, the brow above it and, through the lens, the eye that looks. */
function Eyes({ mood, fooled }: InspectorProps): JSX.Element {
  const open = mood !== 'trained' || fooled;
  return (
    <g>
      {mood === 'untrained' ? (
        <g>
          <path class="inked" d="M71 59a8 8 0 1 0 16 0 8 8 0 1 0-16 0" fill="#fff" />
          <path d="M71.5 57a3.6 3.6 0 1 0 7.2 0 3.6 3.6 0 1 0-7.2 0" fill="#261d19" />
        </g>
      ) : open ? (
        <g>
          <path class="inked" d="M39 60a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0-13 0" fill="#fff" />
          <path d="M43 60.5a3.6 3.6 0 1 0 7.2 0 3.6 3.6 0 1 0-7.2 0" fill="#261d19" />
        </g>
      ) : (
        <path class="inked" d="M38 61c4-6 11-6 14 0" fill="none" stroke-width="3.2" />
      )}
      {mood !== 'untrained' && (
        <path
          class="outlined"
          d={fooled ? 'M32 50c5-9 16-9 21-4-7-1-14 0-18 6Z' : 'M32 55c4-9 17-10 22-3-7-1-14 0-18 5Z'}
          fill="#f6f7f9"
        />
      )}
      {mood === 'halfTrained' && (
        <g>
          <path class="inked" d="M72 60a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0-13 0" fill="#fff" />
          <path d="M74.5 60.5a3.6 3.6 0 1 0 7.2 0 3.6 3.6 0 1 0-7.2 0" fill="#261d19" />
          <path class="outlined" d="M70 52c5-7 17-6 22 3-4-5-12-6-19-1Z" fill="#f6f7f9" />
        </g>
      )}
    </g>
  );
}

function ClosedEyes(): JSX.Element {
  return <path class="inked" d="M38 59c3 5 11 5 14 0M72 59c3 5 11 5 14 0" fill="none" stroke-width="3.2" />;
}

function Mouth({ mood, fooled }: InspectorProps): JSX.Element {
  if (fooled) {
    return <path class="inked" d="M56 99c3-5 9-5 12 0" fill="none" />;
  }
  return (
    <path
      class="inked"
      d={mood === 'untrained' ? 'M54 98c3-4 5 2 8-1s5 2 8-1' : 'M54 96c4 5 12 5 16 0'}
      fill="none"
    />
  );
}

function Magnifier({ mood }: { readonly mood: Mood }): JSX.Element {
  switch (mood) {
    case 'untrained':
      // Held by the lens, with the handle in the air.
      return (
        <g class="magnifier">
          <path d="m106 112 9-34" stroke="#855632" stroke-width="7" stroke-linecap="round" />
          <path
            d="M84 127a17 17 0 1 0 34 0 17 17 0 1 0-34 0"
            fill="#cfe6f5"
            fill-opacity=".6"
            stroke="#d9a63f"
            stroke-width="5.5"
          />
          <path class="outlined" d="M74 140c3-9 10-14 19-14 8 0 10 9 4 13-6 3-13 3-20 7Z" fill="#9ba5b1" />
        </g>
      );
    case 'halfTrained':
      return (
        <g class="magnifier">
          <path d="m99 113 6 25" stroke="#855632" stroke-width="7" stroke-linecap="round" />
          <path
            d="M79 97a17 17 0 1 0 34 0 17 17 0 1 0-34 0"
            fill="#cfe6f5"
            fill-opacity=".6"
            stroke="#d9a63f"
            stroke-width="5.5"
          />
          <path d="M86 94c2-5 6-8 11-8" fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round" />
          <path class="outlined" d="M90 138c0-9 4-14 12-16 8-2 12 6 8 12-4 6-10 8-15 12Z" fill="#9ba5b1" />
        </g>
      );
    case 'trained':
      return (
        <g class="magnifier">
          <path d="m90 74 17 40" stroke="#855632" stroke-width="7" stroke-linecap="round" />
          <path
            d="M61 58a19 19 0 1 0 38 0 19 19 0 1 0-38 0"
            fill="#e6f2fa"
            stroke="#d9a63f"
            stroke-width="5.5"
          />
          <path class="inked" d="M68 59a11.5 11.5 0 1 0 23 0 11.5 11.5 0 1 0-23 0" fill="#fff" />
          <path d="M71 60a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0-13 0" fill="#261d19" />
          <path d="M73 57.5a2.2 2.2 0 1 0 4.4 0 2.2 2.2 0 1 0-4.4 0" fill="#fff" />
          <path d="M67 49c3-4 7-6 12-6" fill="none" stroke="#fff" stroke-width="2.8" stroke-linecap="round" />
          <path class="outlined" d="M92 130c0-10 5-17 13-19 8-1 12 6 9 12-4 7-11 9-16 14Z" fill="#9ba5b1" />
        </g>
      );
    default:
      return unreachable(mood);
  }
}

/** The inspector: a schnauzer with a beret, a moustache and a magnifier. Stands for the discriminator. */
export function Inspector({ mood, fooled, asleep = false }: InspectorProps): JSX.Element {
  return (
    <svg class="character" viewBox="0 0 128 152" role="img" aria-label={nameOf(mood, asleep)}>
      <Clothes mood={mood} />
      <g class="head" transform={mood === 'untrained' ? 'rotate(6 62 96)' : 'rotate(0 62 96)'}>
        <path
          class="outlined"
          d="M36 46 25 20c10-2 22 5 28 16Zm52 0 11-26c-10-2-22 5-28 16Z"
          fill="#737d8a"
        />
        <path
          class="outlined"
          d="M62 27c25 0 36 14 36 36 0 19-13 35-36 35S26 82 26 63c0-22 11-36 36-36Z"
          fill="#9ba5b1"
        />
        <path
          class="outlined"
          d="M27 74c6-4 11-5 17-3 6-6 30-6 36 0 6-2 11-1 17 3 2 10-2 13-4 21-6 2-6 9-13 9-4 7-9 6-18 11-9-5-14-4-18-11-7 0-7-7-13-9-2-8-6-11-4-21Z"
          fill="#f0f2f5"
        />
        <path
          d="M62 83c-7-7-20-4-28 7 10 4 22 4 28-3 6 7 18 7 28 3-8-11-21-14-28-7Z"
          fill="#fff"
          stroke="#b4bcc6"
          stroke-width="2"
          stroke-linejoin="round"
        />
        <path d="M53 74c0-6 18-6 18 0 0 4-6 9-9 9s-9-5-9-9Z" fill="#261d19" />
        <path
          d="M57 73.5c1-2 4-2.5 6-2"
          fill="none"
          stroke="#8d7d74"
          stroke-width="1.6"
          stroke-linecap="round"
        />
        {asleep ? <ClosedEyes /> : <Eyes mood={mood} fooled={fooled} />}
        <Mouth mood={mood} fooled={fooled && !asleep} />
        <Beret mood={mood} />
      </g>
      {/* Nobody sleeps with a lens before the eye. */}
      <Magnifier mood={asleep && mood === 'trained' ? 'halfTrained' : mood} />
      {asleep && <Snore />}
    </svg>
  );
}

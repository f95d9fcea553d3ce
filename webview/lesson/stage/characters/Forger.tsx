import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { unreachable } from '../../../../src/shared/result';
import type { Mood } from '../view/moods';
import { Snore } from './Snore';

interface ForgerProps {
  readonly mood: Mood;
  /** The hints are coming in: ears up. */
  readonly listening: boolean;
  /** Her network takes no steps. */
  readonly asleep?: boolean;
}

function nameOf({ mood, listening, asleep = false }: ForgerProps): string {
  if (asleep) {
    return l10n.t('The forger, a dog with a mask, asleep');
  }
  if (listening) {
    return l10n.t('The forger, a dog with a mask, takes the hints');
  }
  switch (mood) {
    case 'untrained':
      return l10n.t('The forger, an untrained dog with a crooked mask and a dripping brush');
    case 'halfTrained':
      return l10n.t('The forger, a dog with a mask who is getting the knack of painting');
    case 'trained':
      return l10n.t('The forger, a skilled dog with a mask and a fine brush');
    default:
      return unreachable(mood);
  }
}

const DROOPING_LEFT = 'M37 30C23 25 11 43 10 66c-1 17 8 27 16 21 8-6 3-24 12-37Z';
const DROOPING_RIGHT = 'M83 30c14-5 26 13 27 36 1 17-8 27-16 21-8-6-3-24-12-37Z';
const RAISED_LEFT = 'M40 31C31 17 13 14 3 26-5 36-7 50-1 54c7 4 13-5 20-8 6-2 11 0 15 4Z';
const RAISED_RIGHT = 'M80 31c9-14 27-17 37-5 8 10 10 24 4 28-7 4-13-5-20-8-6-2-11 0-15 4Z';

function Ears({ mood, listening }: ForgerProps): JSX.Element {
  // An untrained forger has not noticed that one ear is inside out.
  const left = listening || mood === 'untrained' ? RAISED_LEFT : DROOPING_LEFT;
  return (
    <g class="ears outlined" fill="#8f5b37">
      <path d={left} />
      <path d={listening ? RAISED_RIGHT : DROOPING_RIGHT} />
      {(listening || mood === 'untrained') && (
        <path
          d="M33 37c-7-9-17-10-23-3-4 5-6 11-5 14 5-1 9-7 16-8 5-1 9 0 12 2Z"
          fill="#d99a86"
          stroke="none"
        />
      )}
      {listening && (
        <path
          d="M87 37c7-9 17-10 23-3 4 5 6 11 5 14-5-1-9-7-16-8-5-1-9 0-12 2Z"
          fill="#d99a86"
          stroke="none"
        />
      )}
    </g>
  );
}

function Hair({ mood }: { readonly mood: Mood }): JSX.Element {
  const tuft =
    mood === 'untrained'
      ? 'M44 26c-4-8-2-13 3-18 0 5 2 7 5 8 0-6 4-11 11-13-2 5-1 8 1 10 4-4 9-5 13-3-4 2-5 5-4 9 2 2 3 5 3 8-10-4-22-4-32-1Z'
      : 'M40 28c0-10 8-18 20-17 3-3 8-4 12-2-2 1-3 3-3 5 7 2 11 7 11 14-12-6-27-6-40 0Z';
  return <path class="outlined" d={tuft} fill="#8f5b37" />;
}

function Eyes({ mood, listening, asleep = false }: ForgerProps): JSX.Element {
  if (asleep) {
    return (
      <path
        d="M35 57c3 6 14 6 17 0M68 57c3 6 14 6 17 0"
        fill="none"
        stroke="#fff"
        stroke-width="3.2"
        stroke-linecap="round"
      />
    );
  }
  if (listening) {
    return (
      <g>
        <path
          d="M34 57a9.5 9 0 1 0 19 0 9.5 9 0 1 0-19 0M67 57a9.5 9 0 1 0 19 0 9.5 9 0 1 0-19 0"
          fill="#fff"
        />
        <path
          d="M41.5 56a5 5.2 0 1 0 10 0 5 5.2 0 1 0-10 0M74.5 56a5 5.2 0 1 0 10 0 5 5.2 0 1 0-10 0"
          fill="#261d19"
        />
        <path
          d="M47 53.5a1.7 1.7 0 1 0 3.4 0 1.7 1.7 0 1 0-3.4 0M80 53.5a1.7 1.7 0 1 0 3.4 0 1.7 1.7 0 1 0-3.4 0"
          fill="#fff"
        />
      </g>
    );
  }
  switch (mood) {
    case 'untrained':
      return (
        <g>
          <path
            d="M35.5 58a8.5 8.5 0 1 0 17 0 8.5 8.5 0 1 0-17 0M67 57a9.5 9.5 0 1 0 19 0 9.5 9.5 0 1 0-19 0"
            fill="#fff"
          />
          <path
            d="M44.5 61a3.6 3.6 0 1 0 7.2 0 3.6 3.6 0 1 0-7.2 0M69.5 53.5a3.6 3.6 0 1 0 7.2 0 3.6 3.6 0 1 0-7.2 0"
            fill="#261d19"
          />
        </g>
      );
    case 'halfTrained':
      return (
        <g>
          <path
            d="M36 58a8 7.5 0 1 0 16 0 8 7.5 0 1 0-16 0M68 58a8 7.5 0 1 0 16 0 8 7.5 0 1 0-16 0"
            fill="#fff"
          />
          <path d="M43 59a4 4 0 1 0 8 0 4 4 0 1 0-8 0M75 59a4 4 0 1 0 8 0 4 4 0 1 0-8 0" fill="#261d19" />
          <path
            d="M47.5 57a1.3 1.3 0 1 0 2.6 0 1.3 1.3 0 1 0-2.6 0M79.5 57a1.3 1.3 0 1 0 2.6 0 1.3 1.3 0 1 0-2.6 0"
            fill="#fff"
          />
        </g>
      );
    case 'trained':
      return (
        <g>
          <path d="M35 57c4-4 13-4 17 1-2 7-15 8-17-1Zm33 1c4-5 13-5 17-1-2 9-15 8-17 1Z" fill="#fff" />
          <path
            d="M41.5 58.5a4.2 4.2 0 1 0 8.4 0 4.2 4.2 0 1 0-8.4 0M74.5 58.5a4.2 4.2 0 1 0 8.4 0 4.2 4.2 0 1 0-8.4 0"
            fill="#261d19"
          />
          <path
            d="M46 56.8a1.3 1.3 0 1 0 2.6 0 1.3 1.3 0 1 0-2.6 0M79 56.8a1.3 1.3 0 1 0 2.6 0 1.3 1.3 0 1 0-2.6 0"
            fill="#fff"
          />
        </g>
      );
    default:
      return unreachable(mood);
  }
}

function Mouth({ mood, listening }: ForgerProps): JSX.Element {
  if (listening) {
    return <path class="inked" d="M53 87c1 9 13 9 14 0Z" fill="#96454b" />;
  }
  switch (mood) {
    case 'untrained':
      return (
        <g class="inked">
          <path d="M62 88c-2 9 1 15 6 15s7-7 4-16Z" fill="#f0949a" />
          <path d="M60 81v5c-3 5-10 4-12-1m12 1c3 5 11 4 14-2M67 91v6" fill="none" />
        </g>
      );
    case 'halfTrained':
      return (
        <g class="inked">
          <path d="M63 89c1 5 7 5 8 0Z" fill="#f0949a" />
          <path d="M60 81v5c-3 4-9 4-12 0m12 0c3 5 11 4 14-1" fill="none" />
        </g>
      );
    case 'trained':
      return <path class="inked" d="M60 81v4c-3 4-9 4-12 1m12-1c4 6 13 5 17-3" fill="none" />;
    default:
      return unreachable(mood);
  }
}

function Clothes({ mood }: { readonly mood: Mood }): JSX.Element {
  return (
    <g>
      <path class="outlined" d="M15 152c0-32 15-50 45-50s45 18 45 50Z" fill="#5873ae" />
      {mood === 'trained' ? (
        <g>
          <path d="M60 118v34" stroke="#42568a" stroke-width="2.5" />
          <path
            d="M64 127a2.3 2.3 0 1 0 4.6 0 2.3 2.3 0 1 0-4.6 0m0 14a2.3 2.3 0 1 0 4.6 0 2.3 2.3 0 1 0-4.6 0"
            fill="#dfe6f5"
          />
          <path class="outlined" d="M36 101c13 9 35 9 48 0l2 8c-13 9-39 9-52 0Z" fill="#f0f2f7" />
          <path class="outlined" d="m60 111-17-7-1 17 17-6h2l17 6-1-17Z" fill="#e0a93f" />
          <path class="outlined" d="M55.5 112a4.5 4.5 0 1 0 9 0 4.5 4.5 0 1 0-9 0" fill="#c58b28" />
        </g>
      ) : (
        <g>
          <path class="outlined" d="M37 102c12 8 34 9 46-1l3 8c-13 11-40 10-51 2Z" fill="#e0a93f" />
          <path class="outlined" d="m46 111-10 19 10 3 8-19Z" fill="#e0a93f" />
          <path d="M70 139c0-5 8-5 8 0s-8 5-8 0" fill="#f2c750" />
        </g>
      )}
      {mood === 'untrained' && (
        <g>
          <path d="M30 137c5-6 13-1 11 5s-14 4-11-5Z" fill="#e4574d" />
          <path d="M84 127c2-4 8-2 7 2s-8 3-7-2Z" fill="#67b870" />
          <path
            d="M58 124c3 4 2 9-1 12"
            fill="none"
            stroke="#f2c750"
            stroke-width="4"
            stroke-linecap="round"
          />
        </g>
      )}
    </g>
  );
}

function Brush({ mood }: { readonly mood: Mood }): JSX.Element {
  return (
    <g class="brush">
      {mood === 'untrained' ? (
        <g transform="translate(-5 4) rotate(20 104 126)">
          <path d="M104 138V92" fill="none" stroke="#c98f52" stroke-width="5.5" stroke-linecap="round" />
          <path class="outlined" d="M99.5 93h9l2-9h-13Z" fill="#b9bfc8" />
          <path
            class="outlined"
            d="M97 84c-6-8-3-13-8-19 8 2 9-1 13-8 3 7 9 8 14 4-2 8 2 14-6 23Z"
            fill="#e4574d"
          />
        </g>
      ) : (
        <g transform="rotate(14 104 120)">
          <path d="M104 138V84" fill="none" stroke="#c98f52" stroke-width="5" stroke-linecap="round" />
          <path class="outlined" d="M100 85h8l1-9h-10Z" fill="#b9bfc8" />
          <path
            class="outlined"
            d={
              mood === 'trained'
                ? 'M99 76c-3-10 1-18 5-26 4 8 8 16 5 26Z'
                : 'M98 76c-4-8-2-14 1-21 1 3 3 4 5 0 2 4 4 3 6 0 2 7 3 14-1 21Z'
            }
            fill={mood === 'trained' ? '#f0b64e' : '#67b870'}
          />
        </g>
      )}
      {mood === 'untrained' && <path d="M118 88c3 5 4 9 0 10s-5-4 0-10Z" fill="#e4574d" />}
      <path class="outlined" d="M84 121c6-8 14-11 23-9 7 2 8 10 3 14-6 4-14 4-21 8Z" fill="#f0d2a4" />
    </g>
  );
}

/** How far the head and the mask hang to one side, in degrees. */
const HEAD_TILT: Record<Mood, number> = { untrained: -7, halfTrained: -2, trained: 0 };
const MASK_TILT: Record<Mood, number> = { untrained: 11, halfTrained: 4, trained: 0 };

/** The forger: a spaniel with a mask and a brush. Stands for the generator. */
export function Forger({ mood, listening: called, asleep = false }: ForgerProps): JSX.Element {
  const listening = called && !asleep;
  return (
    <svg class="character" viewBox="0 0 128 152" role="img" aria-label={nameOf({ mood, listening, asleep })}>
      <Clothes mood={mood} />
      <g class="head" transform={`rotate(${HEAD_TILT[mood]} 60 96)`}>
        <path
          class="outlined"
          d="M60 21c25 0 38 17 37 41-1 26-15 43-37 43S24 88 23 62c-1-24 12-41 37-41Z"
          fill="#f0d2a4"
        />
        <Hair mood={mood} />
        <Ears mood={mood} listening={listening} />
        <path d="M38 85c0-12 9-18 22-18s22 6 22 18-9 17-22 17-22-5-22-17Z" fill="#fbeed6" />
        <g transform={`rotate(${MASK_TILT[mood]} 60 58)`}>
          <path
            class="outlined"
            d="M24 52c9-9 26-8 36 1 10-9 27-10 36-1 3 13-5 21-17 20-9-1-12-7-19-7s-10 6-19 7c-12 1-20-7-17-20Z"
            fill="#8358b3"
          />
          <Eyes mood={mood} listening={listening} asleep={asleep} />
        </g>
        <path d="M52 75c0-6 16-6 16 0 0 4-5 8-8 8s-8-4-8-8Z" fill="#261d19" />
        <path
          d="M55.5 74.5c1-2 4-2.5 6-2"
          fill="none"
          stroke="#8d7d74"
          stroke-width="1.6"
          stroke-linecap="round"
        />
        <Mouth mood={mood} listening={listening} />
        {mood === 'untrained' && <path d="M30 79c4-4 9 0 6 5s-10 1-6-5Z" fill="#67b870" />}
      </g>
      <Brush mood={mood} />
      {asleep && <Snore />}
    </svg>
  );
}

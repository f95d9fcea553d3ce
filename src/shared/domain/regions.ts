import * as v from 'valibot';

/** The parts of the lesson panel that a passage of the notes can point to. The ids hold in every layout. */
export const REGIONS = [
  'museum',
  'curtain',
  'forger',
  'noise',
  'easel',
  'pile',
  'inspector',
  'verdict',
  /** The stamps that tell the truth, on all cards of the verdict. */
  'truth',
  'feedback',
  'storyline',
  'transport',
  'timeline',
  'filmstrip',
  'charts',
  'phases',
  'notes',
] as const;

export type Region = (typeof REGIONS)[number];

export const RegionSchema = v.picklist(REGIONS);

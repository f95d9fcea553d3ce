import * as l10n from '@vscode/l10n';

/** What is known of a data set beside the code that makes its samples. */
interface DataSetFacts {
  /** What people read in place of its name. */
  readonly label: () => string;
  /** The kinds of sample that can be told apart, which are the classes of a conditional pair; 1 where nobody knows them. */
  readonly modes: number;
}

interface PictureFacts extends DataSetFacts {
  /** Of a pixel: 1 for grey, 3 for colours. */
  readonly channels: 1 | 3;
}

/** Collections of pictures that the program paints itself, in the order of the form. */
const PICTURES = {
  portraits: { label: () => l10n.t('Portraits'), modes: 6, channels: 3 },
  starryNights: { label: () => l10n.t('Starry nights'), modes: 4, channels: 3 },
  sunsets: { label: () => l10n.t('Sunsets'), modes: 3, channels: 3 },
  digits: { label: () => l10n.t('Digits'), modes: 10, channels: 1 },
} satisfies Readonly<Record<string, PictureFacts>>;

/** Distributions of points on the plane, in the order of the form. */
const POINTS = {
  onePoint: { label: () => l10n.t('One point'), modes: 1 },
  line: { label: () => l10n.t('Line'), modes: 4 },
  twoBlobs: { label: () => l10n.t('Two blobs'), modes: 2 },
  ring: { label: () => l10n.t('Ring'), modes: 8 },
  threeIslands: { label: () => l10n.t('Three islands'), modes: 3 },
  eightGaussians: { label: () => l10n.t('Eight Gaussians'), modes: 8 },
  grid25: { label: () => l10n.t('Grid of 25'), modes: 25 },
  twoMoons: { label: () => l10n.t('Two moons'), modes: 2 },
  spiral: { label: () => l10n.t('Spiral'), modes: 4 },
} satisfies Readonly<Record<string, DataSetFacts>>;

/** The learner's own collections: pictures from a folder, points from a table, points drawn by hand. */
const OWN = {
  ownPictures: { label: () => l10n.t('My own pictures'), modes: 1, channels: 3 },
  ownPoints: { label: () => l10n.t('My own points'), modes: 1 },
  drawnPoints: { label: () => l10n.t('Drawn points'), modes: 1 },
} satisfies Readonly<Record<string, DataSetFacts | PictureFacts>>;

export type PictureData = keyof typeof PICTURES;
export type PointData = keyof typeof POINTS;
export type OwnData = keyof typeof OWN;
export type Data = PictureData | PointData | OwnData;

/** Every data set that a run can train on. Their samples are made in the engine's `datasets`. */
export const DATA_SETS: Readonly<Record<Data, DataSetFacts | PictureFacts>> = {
  ...PICTURES,
  ...POINTS,
  ...OWN,
};

function namesOf<Name extends string>(facts: Readonly<Record<Name, unknown>>): readonly Name[] {
  const isName = (name: string): name is Name => Object.hasOwn(facts, name);
  return Object.keys(facts).filter(isName);
}

export const PICTURE_DATA = namesOf(PICTURES);
export const POINT_DATA = namesOf(POINTS);
export const OWN_DATA = namesOf(OWN);

/** Channels of a pixel of the pictures of a data set; `undefined` of points. */
export function channelsOf(data: Data): 1 | 3 | undefined {
  const facts = DATA_SETS[data];
  return 'channels' in facts ? facts.channels : undefined;
}

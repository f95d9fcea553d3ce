import { icon } from '../../ui/controlIcons';

export const CloseGlyph = icon('m3.5 3.5 9 9M12.5 3.5l-9 9', 'outlined');
export const PencilGlyph = icon('m3 13 .8-3.2L11 2.6l2.4 2.4-7.2 7.2ZM9.6 4 12 6.4', 'outlined');
export const BucketGlyph = icon(
  'm2.5 8 5.2-5.2 5.5 5.5-4.7 4.7a1.4 1.4 0 0 1-2 0ZM2.5 8h10.7M14 10.5v2',
  'outlined',
);
export const MirrorGlyph = icon('M8 1.5v13M6 4v8H1.8ZM10 4v8h4.2Z', 'outlined');
export const UndoGlyph = icon('M5.5 2.5 2.5 5.5l3 3M2.5 5.5h6.2a4 4 0 0 1 0 8H5', 'outlined');
export const RedoGlyph = icon('m10.5 2.5 3 3-3 3M13.5 5.5H7.3a4 4 0 0 0 0 8H11', 'outlined');
export const ClearGlyph = icon(
  'M2.5 4h11M6 4V2.5h4V4M4 4l.7 9.5h6.6L12 4M6.7 6.5v4.5M9.3 6.5v4.5',
  'outlined',
);
export const EyeGlyph = icon(
  'M1.5 8S4 3.7 8 3.7 14.5 8 14.5 8 12 12.3 8 12.3 1.5 8 1.5 8ZM6.3 8a1.7 1.7 0 1 0 3.4 0 1.7 1.7 0 1 0-3.4 0',
  'outlined',
);
export const FollowGlyph = icon('M2.5 13.5 13 3M7 3h6v6', 'outlined');

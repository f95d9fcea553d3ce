export {
  OWN_DATA,
  PICTURE_DATA,
  POINT_DATA,
  type OwnData,
  type PictureData,
  type PointData,
} from '../dataSets';
export * from './check';
export * from './combination';
export * from './descriptions';
export * from './hyperparameters';
export * from './specs';
export * from './text';
export * from './lessonDefaults';

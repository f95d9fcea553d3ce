export * from './channel';
export * from './collection';
export * from './form';
export * from './panel';
export * from './worker';

export * from './channel';
export * from './collection';
export * from './form';
export * from './panel';
export * from './rerun';
export * from './worker';

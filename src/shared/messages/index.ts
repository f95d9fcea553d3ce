export * from './channel';
export * from './form';
export * from './panel';
export * from './worker';

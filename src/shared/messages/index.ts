export * from './channel';
export * from './collection';
export * from './export';
export * from './form';
export * from './panel';
export * from './panelCommand';
export * from './rerun';
export * from './worker';

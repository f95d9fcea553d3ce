export * from './check';
export * from './combination';
export * from './descriptions';
export * from './hyperparameters';
export * from './specs';
export * from './text';

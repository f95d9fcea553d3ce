export * from './check';
export * from './specs';

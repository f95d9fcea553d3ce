export * from './answers';
export * from './goal';
export * from './lesson';
export * from './passage';
export * from './sections';

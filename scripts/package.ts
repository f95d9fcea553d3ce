import { packageExtension } from './build';

await packageExtension();

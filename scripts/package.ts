// Makes gan-lessons.vsix. `npm run package -- --pre-release` marks it as a pre-release.
import { packageExtension } from './build';

await packageExtension({ preRelease: process.argv.includes('--pre-release') });

// The globals of a browser's page, for tests of components. Mocha imports this before the tests.
import { GlobalRegistrator } from '@happy-dom/global-registrator';

GlobalRegistrator.register({ url: 'https://panel.example/' });

// Of a page's globals the one that is missing there.
Object.defineProperty(globalThis, 'origin', { value: location.origin });

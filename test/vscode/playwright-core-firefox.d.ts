// The last Playwright that drives an installed Firefox of the ESR channel. What is used of it has the same types as in
// the version that drives Chromium.
declare module 'playwright-core-firefox' {
  export { firefox } from 'playwright-core';
}

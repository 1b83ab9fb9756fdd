import { expect, test } from 'vitest';
import { StartError } from '../start-error.ts';
import { openAssets } from './assets.ts';

test('a service whose styles nobody has built does not start, and says what to do', () => {
  expect(() => openAssets('/no/such/folder').requireBuilt()).toThrow(
    new StartError('the styles are not built: run "npm run build"'),
  );
  expect(() => openAssets().requireBuilt()).not.toThrow();
});

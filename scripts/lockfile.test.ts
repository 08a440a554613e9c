import { expect, it } from 'vitest';
import { checkLockfile } from './lockfile.ts';

it('misses the build of a platform that a package may install', () => {
  const packages = {
    'node_modules/tool': { optionalDependencies: { 'tool-linux': '1.0.0', 'tool-darwin': '1.0.0' } },
    'node_modules/tool/node_modules/tool-linux': { version: '1.0.0' },
  };
  expect(checkLockfile({ packages }, 'lock')).toEqual([
    { file: 'lock', message: 'lacks tool-darwin, which tool may install' },
  ]);
});

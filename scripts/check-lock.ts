// The lockfile holds every platform's build, so that npm ci accepts it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { report } from './finding.ts';
import { checkLockfile } from './lockfile.ts';
import { ROOT } from './source-files.ts';

report(checkLockfile(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')), 'package-lock.json'));

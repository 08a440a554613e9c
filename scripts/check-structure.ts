// The closed file vocabulary, sizes, and what each kind of file may touch. See ARCHITECTURE.md.
import { report } from './finding.ts';
import { readFiles } from './source-files.ts';
import { checkCode } from './structure/code.ts';
import { checkName, GRANDFATHERED } from './structure/vocabulary.ts';

const files = readFiles(['src', 'web', 'browser', 'test', 'bench', 'scripts'], /\.tsx?$/).filter(
  ({ path }) => path !== 'web/lib/api-types.ts',
);
const gone = GRANDFATHERED.filter((path) => !files.some((file) => file.path === path));
report([
  ...files.flatMap((file) => checkName(file.path) ?? []),
  ...files.flatMap(checkCode),
  ...gone.map((file) => ({ file, message: 'is grandfathered but gone; take it off the list' })),
]);

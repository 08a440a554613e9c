import { expect, it } from 'vitest';
import { checkDocument, checkVariables, type Tree } from './doc-links.ts';

const tree: Tree = { exists: (path) => ['docs/metrics.md', 'src/config.ts'].includes(path), scripts: ['verify'] };
const check = (text: string, path = 'README.md') => checkDocument({ path, text }, tree).map(({ message }) => message);

it('names a linked file that does not exist', () => {
  expect(check('See [metrics](docs/metric.md).')).toEqual(['names docs/metric.md, which does not exist']);
});

it('follows a link from the folder of the document', () => {
  expect(check('[m](metrics.md#mrr) and [c](../src/config.ts)', 'docs/a.md')).toEqual([]);
});

it('names a path in prose that does not exist', () => {
  expect(check('`src/config.ts` and `src/settings.ts`')).toEqual(['names src/settings.ts, which does not exist']);
});

it('leaves addresses and blocks of commands alone', () => {
  expect(check('[a](https://example.org/x) and\n```\n`src/nothing.ts`\n```\n')).toEqual([]);
});

it('names an npm script that package.json lacks', () => {
  expect(check('Run npm run verify, then npm run deploy')).toEqual([
    'tells to run "npm run deploy", which package.json lacks',
  ]);
});

it('names a variable that the README does not explain', () => {
  const readme = '| `PORT` | 4400 | the port |';
  expect(checkVariables('env.PORT, env.HOST', readme).map(({ message }) => message)).toEqual([
    'does not explain HOST, which src/config.ts reads',
  ]);
});

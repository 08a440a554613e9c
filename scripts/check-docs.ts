// Every path and npm script that a document names exists, and the README explains every environment variable.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDocument, checkVariables } from './doc-links.ts';
import { report } from './finding.ts';
import { ROOT, readFiles } from './source-files.ts';

const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
const tree = { exists: (path: string) => existsSync(join(ROOT, path)), scripts: Object.keys(scripts) };
const atRoot = readdirSync(ROOT)
  .filter((name) => name.endsWith('.md'))
  .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
const documents = [...atRoot, ...readFiles(['docs', 'src', 'web', 'test', 'db'], /\.md$/)];
const text = (path: string) => readFileSync(join(ROOT, path), 'utf8');
report([
  ...documents.flatMap((file) => checkDocument(file, tree)),
  ...checkVariables(text('src/config.ts'), text('README.md')),
]);

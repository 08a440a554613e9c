import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const web = join(import.meta.dirname, '..');
const styles = join(web, '../node_modules/@mantine/core/styles');

function screens(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ['dist', 'pages', 'locales'].includes(entry.name) ? [] : screens(path);
    return path.endsWith('.tsx') ? [path] : [];
  });
}

function mantineComponents(path: string): string[] {
  const source = readFileSync(path, 'utf8');
  const names = source.match(/import \{([^}]*)\} from '@mantine\/core'/)?.[1] ?? '';
  return [...names.matchAll(/\b([A-Z]\w+)/g)].map(([, name]) => name ?? '');
}

test('every component on a screen has its styles loaded', () => {
  const loaded = readFileSync(join(web, 'ui/mantine.css'), 'utf8');
  const used = new Set(screens(web).flatMap(mantineComponents));
  const missing = [...used].filter(
    (name) => existsSync(join(styles, `${name}.css`)) && !loaded.includes(`/${name}.css`),
  );
  expect(used.size).toBeGreaterThan(10);
  expect(missing).toEqual([]);
});

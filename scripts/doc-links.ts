import { posix } from 'node:path';
import type { Finding } from './finding.ts';
import type { SourceFile } from './source-files.ts';

const LINK = /\]\(([^)\s]+)\)/g;
const CODE = /`([^`\n]+)`/g;
const FENCED = /^(```|~~~)[\s\S]*?^\1/gm;
/** A path in prose is one that starts at a folder of the repository. */
const OUR_PATH = /^(src|web|db|test|bench|scripts|docs|browser|emails|\.ci)\/[\w./-]*$/;
const NPM_RUN = /npm run(?: -s| --silent)? ([\w-]+)/g;

/** What a repository has, asked by a document. */
export type Tree = { exists(path: string): boolean; scripts: string[] };

/** Every path a document names exists, and every npm script it tells the reader to run. */
export function checkDocument({ path, text }: SourceFile, tree: Tree): Finding[] {
  const prose = text.replace(FENCED, '');
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '';
  const links = captures(prose, LINK)
    .filter((target) => !/^(https?:|mailto:|#)/.test(target))
    .map((target) => posix.join(folder, target.replace(/#.*$/, '')));
  const named = captures(prose, CODE).filter((code) => OUR_PATH.test(code) && !/\/x{4}|NNNN/.test(code));
  const gone = [...new Set([...links, ...named])].filter((target) => !tree.exists(target));
  const unknown = captures(text, NPM_RUN).filter((script) => !tree.scripts.includes(script));
  return [
    ...gone.map((target) => ({
      file: path,
      line: lineOf(text, target),
      message: `names ${target}, which does not exist`,
    })),
    ...unknown.map((script) => ({ file: path, message: `tells to run "npm run ${script}", which package.json lacks` })),
  ];
}

/** Every variable that the configuration reads is in the table of the README. */
export function checkVariables(config: string, readme: string): Finding[] {
  const read = new Set(captures(config, /\benv\.([A-Z_]+)/g));
  const missing = [...read].filter((name) => !readme.includes(`| \`${name}\` `));
  return missing.map((name) => ({ file: 'README.md', message: `does not explain ${name}, which src/config.ts reads` }));
}

function captures(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '');
}

function lineOf(text: string, target: string): number | undefined {
  const at = text.indexOf(target);
  return at < 0 ? undefined : text.slice(0, at).split('\n').length;
}

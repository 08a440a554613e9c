import type { Finding } from '../finding.ts';

const WINGS = ['customers', 'success', 'partners', 'money', 'advocacy', 'access'];
const SLICE_FILES = ['model', 'rules', 'schema', 'store', 'service', 'routes', 'jobs'];
/** A file that outgrew 300 lines becomes a folder of the same meaning. */
const SLICE_FOLDERS = ['rules', 'store', 'verbs'];
const FORBIDDEN = /^(utils?|helpers?|common|misc|shared|lib|types|index)$/;
/** `web/lib` is the one named in the tree; it is not a drawer but the browser's platform. */
const FORBIDDEN_FOLDERS = /^(utils?|helpers?|common|misc|shared)$/;

/** Files that do not follow the vocabulary and are waiting to. It may only shrink. */
export const GRANDFATHERED: string[] = [];

/** What is wrong with where a file is or what it is called; undefined when nothing is. */
export function checkName(path: string): Finding | undefined {
  if (GRANDFATHERED.includes(path)) return undefined;
  const message = forbiddenName(path) ?? sliceMessage(path);
  return message === undefined ? undefined : { file: path, message };
}

function forbiddenName(path: string): string | undefined {
  const folders = path.split('/');
  const stem = (folders.pop() ?? '').replace(/\..*$/, '');
  if (FORBIDDEN.test(stem)) return `nothing is called "${stem}": name the file by what it holds`;
  const folder = folders.find((name) => FORBIDDEN_FOLDERS.test(name));
  return folder === undefined ? undefined : `no folder is called "${folder}": name it by what it holds`;
}

function sliceMessage(path: string): string | undefined {
  const [src, wing = '', slice, ...rest] = path.split('/');
  if (src !== 'src' || !WINGS.includes(wing) || slice === undefined) return undefined;
  if (rest.length === 0) return `a wing holds only slices: move this into src/${wing}/<noun>/`;
  const stem = (rest.at(-1) ?? '').replace(/(\.test|\.fixture)?\.ts$/, '');
  if (rest.length === 1) return SLICE_FILES.includes(stem) ? undefined : notAFile(stem);
  const folder = rest[0] ?? '';
  return rest.length === 2 && SLICE_FOLDERS.includes(folder) ? undefined : notAFolder(folder);
}

function notAFile(stem: string): string {
  return `"${stem}" is not a slice's file; it holds ${SLICE_FILES.join(', ')}, or the folders ${SLICE_FOLDERS.join('/ ')}/`;
}

function notAFolder(folder: string): string {
  return `"${folder}/" is not a slice's folder; it may have ${SLICE_FOLDERS.join('/ ')}/ with files directly inside`;
}

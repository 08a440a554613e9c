import ts from 'typescript';
import type { Finding } from '../finding.ts';
import type { SourceFile } from '../source-files.ts';

const LINES = { fileStop: 400, fileLook: 200, functionStop: 60, handlerStop: 12 };

const BUILDERS = new Set(['selectFrom', 'insertInto', 'updateTable', 'deleteFrom', 'mergeInto']);
const MAY_READ_ENV = /^(src\/config\.ts|scripts\/|test\/|bench\/|[^/]+\.config\.ts$)|\.test\.ts$/;
const TIMELESS =
  /^src\/(stats|kernel)\/|^src\/(flows|reports)\/|^src\/[^/]+\/[^/]+\/((model|rules|store|service|schema)\.ts|(rules|store|verbs)\/)/;
const MAY_HOLD_SQL = /^src\/[^/]+\/[^/]+\/store(\.ts|\/)|^src\/(reports|platform|simulator)\/|^(test|bench|scripts)\//;
/** Verbs of somebody who holds no scope, and what stands in its place. */
const WITHOUT_SCOPE: Record<string, string> = {
  changeMe: 'the signed-in person changes themself',
  endSessions: 'the signed-in person ends their own',
  spendLink: 'the signed link is the permission',
  giveAddressByLink: "the link of the gift's mail is the permission",
  recordClick: 'anybody may click',
  recordClicks: 'anybody may click',
};
const VERBS = /^src\/[^/]+\/[^/]+\/(service\.ts|verbs\/)/;

/** What the text of one file breaks: its size, its functions' size, and what it may not touch. */
export function checkCode(file: SourceFile): Finding[] {
  const isTest = /\.test\.tsx?$/.test(file.path);
  const source = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true);
  const findings = checkSize(file);
  if (isTest) return findings;
  const visit = (node: ts.Node) => {
    for (const message of checkNode(node, file.path)) findings.push(at(source, node, file.path, message));
    ts.forEachChild(node, visit);
  };
  visit(source);
  if (VERBS.test(file.path)) findings.push(...checkVerbs(source, file.path));
  return findings;
}

function checkSize({ path, text }: SourceFile): Finding[] {
  const lines = text.split('\n').length - 1;
  if (lines > LINES.fileStop) return [{ file: path, message: `${lines} lines; a file stops at ${LINES.fileStop}` }];
  if (lines <= LINES.fileLook || path.endsWith('.test.ts')) return [];
  return [{ file: path, message: `${lines} lines; look twice above ${LINES.fileLook}`, warning: true }];
}

function checkNode(node: ts.Node, path: string): string[] {
  return [functionSize(node, path), environment(node, path), clock(node, path), sqlOutside(node, path)].filter(
    (message) => message !== undefined,
  );
}

function functionSize(node: ts.Node, path: string): string | undefined {
  if (!ts.isFunctionLike(node) || !('body' in node) || !node.body || isRouteTable(node, path)) return undefined;
  const source = node.getSourceFile();
  const line = (position: number) => source.getLineAndCharacterOfPosition(position).line;
  const lines = line(node.getEnd()) - line(node.getStart()) + 1;
  const stop = isHandler(node, path) ? LINES.handlerStop : LINES.functionStop;
  return lines > stop
    ? `a ${stop === LINES.handlerStop ? 'handler' : 'function'} of ${lines} lines; it stops at ${stop}`
    : undefined;
}

/** `(app) => {…}` in routes.ts, and what returns it, is a table of routes, not a function to be short. */
function isRouteTable(node: ts.SignatureDeclaration, path: string): boolean {
  if (!path.endsWith('routes.ts')) return false;
  return node.type?.getText() === 'Routes' || node.parameters[0]?.name.getText() === 'app';
}

function isHandler(node: ts.Node, path: string): boolean {
  if (!path.endsWith('routes.ts') || !ts.isCallExpression(node.parent)) return false;
  const called = node.parent.expression;
  return ts.isPropertyAccessExpression(called) && called.expression.getText() === 'app';
}

function environment(node: ts.Node, path: string): string | undefined {
  if (MAY_READ_ENV.test(path) || !ts.isPropertyAccessExpression(node)) return undefined;
  return node.getText() === 'process.env' ? 'only src/config.ts reads the environment' : undefined;
}

function clock(node: ts.Node, path: string): string | undefined {
  if (!TIMELESS.test(path)) return undefined;
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length)
    return 'the time comes from ctx.clock or as an argument, not from new Date()';
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  const text = node.getText();
  if (['Date.now', 'Temporal.Now', 'performance.now'].includes(text))
    return `the time comes from ctx.clock or as an argument, not from ${text}`;
  return text === 'Math.random' ? 'randomness comes seeded, as an argument' : undefined;
}

function sqlOutside(node: ts.Node, path: string): string | undefined {
  if (MAY_HOLD_SQL.test(path)) return undefined;
  const isBuilder =
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    BUILDERS.has(node.expression.name.text);
  const isTag = ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'sql';
  return isBuilder || isTag ? 'SQL belongs in store.ts, src/reports or src/platform' : undefined;
}

function checkVerbs(source: ts.SourceFile, path: string): Finding[] {
  return source.statements.filter(ts.isFunctionDeclaration).flatMap((verb) => {
    const isExported = verb.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    const text = verb.body?.getText() ?? '';
    if (!isExported || !/\binTransaction\(/.test(text)) return [];
    if (/^(return |await )?requireScope\(/.test(verb.body?.statements[0]?.getText() ?? '')) return [];
    const name = verb.name?.text ?? 'this verb';
    if (name in WITHOUT_SCOPE) return [];
    return [at(source, verb, path, `${name} opens a transaction; its first line must be requireScope(ctx, …)`)];
  });
}

function at(source: ts.SourceFile, node: ts.Node, file: string, message: string): Finding {
  return { file, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1, message };
}

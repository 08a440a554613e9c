export type Finding = { file: string; line?: number; message: string; warning?: boolean };

/** Prints what a check found, one line each, and makes the process fail when anything is more than a warning. */
export function report(findings: Finding[]): void {
  for (const finding of [...findings].sort(byPlace)) console.error(describe(finding));
  if (findings.some(({ warning }) => !warning)) process.exitCode = 1;
}

function describe({ file, line, message, warning }: Finding): string {
  return `${warning ? 'warning: ' : ''}${file}${line === undefined ? '' : `:${line}`}: ${message}`;
}

function byPlace(a: Finding, b: Finding): number {
  return a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0);
}

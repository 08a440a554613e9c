/** The part of vitest's JSON report that is read here: one result for each test file of each project. */
export type TestReport = {
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
};

export type TestCount = { passed: number; failed: number; skipped: number; complaints: string[] };

/** Counts tests; a file that could not be loaded counts as one failure. Complains when none ran or two share a name. */
export function countTests(report: TestReport | undefined): TestCount {
  const files = report?.testResults ?? [];
  const tests = files.flatMap(({ assertionResults }) => assertionResults);
  const unloaded = files.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  const having = (status: string) => tests.filter((test) => test.status === status).length;
  const passed = having('passed');
  const failed = having('failed') + unloaded;
  const complaints = files.flatMap(sharedNames);
  if (report === undefined) complaints.push('The tests wrote no report.');
  else if (passed + failed === 0) complaints.push('No test ran.');
  return { passed, failed, skipped: tests.length - having('passed') - having('failed'), complaints };
}

function sharedNames({ name, assertionResults }: TestReport['testResults'][number]): string[] {
  const names = assertionResults.map(({ fullName }) => fullName);
  const twice = new Set(names.filter((fullName, index) => names.indexOf(fullName) !== index));
  return [...twice].map((fullName) => `${name}: two tests are called "${fullName}"`);
}

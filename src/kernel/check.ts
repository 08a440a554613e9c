/** One finding of the doctor: `do` says what to do next, when there is something to do. */
export type Check = { check: string; state: 'ok' | 'warn' | 'fail'; says: string; do: string | null };

export function ok(check: string, says: string): Check {
  return { check, state: 'ok', says, do: null };
}

export function warn(check: string, says: string, advice: string): Check {
  return { check, state: 'warn', says, do: advice };
}

export function fail(check: string, says: string, advice: string): Check {
  return { check, state: 'fail', says, do: advice };
}

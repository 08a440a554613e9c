import { AppError } from '../kernel/errors.ts';

/** What must work, by name: a part that does not rejects. */
export type Parts = Record<string, () => unknown>;

export type Readiness = { ok: boolean; parts: Record<string, { ok: boolean; reason?: string }> };

const PATIENCE_MS = 3_000;

/**
 * Asks every part, or one, at once; a part that does not answer in time is not ready, whatever it says later.
 * @throws not_found, which names the parts, when there is no such part
 */
export async function readiness(parts: Parts, only?: string): Promise<Readiness> {
  if (only !== undefined && !Object.hasOwn(parts, only))
    throw new AppError('not_found', `There is no such part. The parts are: ${Object.keys(parts).join(', ')}.`);
  const asked = Object.entries(parts).filter(([name]) => only === undefined || name === only);
  const states = await Promise.all(asked.map(async ([name, check]) => [name, await stateOf(check)] as const));
  return { ok: states.length > 0 && states.every(([, state]) => state.ok), parts: Object.fromEntries(states) };
}

async function stateOf(check: () => unknown): Promise<{ ok: boolean; reason?: string }> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), PATIENCE_MS);
  });
  try {
    const first = await Promise.race([(async () => check())(), late]);
    return first === 'late' ? { ok: false, reason: 'does not answer in time' } : { ok: true };
  } catch (error) {
    // The inside of a failure may name hosts and users: those who may read it find it in the log.
    return { ok: false, reason: (error as { code?: string }).code ?? 'does not work' };
  } finally {
    clearTimeout(timer);
  }
}

import { type Logger, pino } from 'pino';

export type Log = Logger;

/** Structured logs on standard error: standard output belongs to commands' answers. */
export function makeLog(level: string, to: pino.DestinationStream = pino.destination({ fd: 2, sync: true })): Log {
  const redact = ['req', 'request', 'headers', '*.headers', 'email', '*.email', 'ip', '*.ip'];
  return pino({ level, redact, serializers: { err: errorInLog } }, to);
}

const EMAIL = /[\w.+%-]+@[\w-]+(\.[\w-]+)+/g;
const QUERY = /\?[\w%.~-]+=[^\s"')]*/g;

/** What helps to find the cause, without what a database or an address may quote of people: values, keys, queries. */
function errorInLog(error: unknown): object {
  if (!(error instanceof Error)) return { message: withoutPersons(String(error)) };
  const { code, constraint, table } = error as { code?: unknown; constraint?: unknown; table?: unknown };
  const cause = error.cause === undefined ? undefined : errorInLog(error.cause);
  const [message, stack] = [error.message, error.stack ?? ''].map(withoutPersons);
  return { type: error.name, message, code, constraint, table, stack, cause };
}

function withoutPersons(text: string): string {
  return text.replaceAll(EMAIL, '<email>').replaceAll(QUERY, '?<query>');
}

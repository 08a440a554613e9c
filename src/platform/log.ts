import { type Logger, pino } from 'pino';

export type Log = Logger;

/** Structured logs on standard error: standard output belongs to commands' answers. */
export function makeLog(level: string): Log {
  return pino(
    { level, redact: ['req.headers.authorization', 'req.headers.cookie'] },
    pino.destination({ fd: 2, sync: true }),
  );
}

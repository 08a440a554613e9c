import { timingSafeEqual } from 'node:crypto';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { sha256 } from './token.ts';

const registers = [new Registry()];
const counter = <L extends string>(name: string, help: string, labelNames: L[] = []) =>
  new Counter<L>({ name, help, labelNames, registers });
const gauge = (name: string, help: string) => new Gauge({ name, help, registers });

/** What a process counts of its own work: labels are few and fixed, and never say who somebody is. */
export const metrics = {
  acknowledged: counter('goodword_edge_acknowledged_total', 'Records made durable in the intake', ['kind']),
  drained: counter('goodword_edge_drained_total', 'Records moved from the intake into the database', ['kind']),
  quarantined: counter('goodword_edge_quarantined_total', 'Events set aside because they cannot be used'),
  shed: counter('goodword_edge_shed_total', 'Requests told to come back later', ['door']),
  cache: counter('goodword_edge_cache_total', 'Links and keys looked up in memory', ['result']),
  lag: gauge('goodword_edge_lag_seconds', 'Age of the oldest record that is not in the database yet; 0 when none'),
  backlog: gauge('goodword_edge_backlog_bytes', 'Size of what is not in the database yet'),
  answers: new Histogram({
    name: 'goodword_http_seconds',
    help: 'How long answers of the API and the pages took',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  }),
};

let collecting = false;

export type MetricsAnswer = { status: 200 | 404; type: string; body: string };

/**
 * The page Prometheus reads. Without a token set it is not there; with one, it is there for who brings it
 * (`Authorization: Bearer TOKEN`).
 */
export async function answerMetrics(given: string | undefined, token: string | undefined): Promise<MetricsAnswer> {
  if (!token || !sameText(given ?? '', `Bearer ${token}`))
    return { status: 404, type: 'text/plain', body: 'Not found\n' };
  const [register] = registers as [Registry];
  if (!collecting) collectDefaultMetrics({ register });
  collecting = true;
  return { status: 200, type: register.contentType, body: await register.metrics() };
}

function sameText(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(sha256(a)), Buffer.from(sha256(b)));
}

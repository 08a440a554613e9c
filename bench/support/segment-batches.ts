import type { LoadRequest } from './load.ts';

export type BatchOptions = {
  secret: string;
  /** Events of a request. */
  size: number;
  users: number;
  /** Begins the ids of this run's events. */
  run: string;
  startedAt: string;
};

const FEATURES = 40;
const LIBRARY =
  '"context":{"library":{"name":"@segment/analytics-node","version":"3.1.0"}},"_metadata":{"nodeVersion":"26.10.0","jsRuntime":"node"}';

/** Requests as Segment's client for Node writes them, every event with an id of its own. */
export function makeRequests(options: unknown): (number: number) => LoadRequest {
  const { secret, size, users, run, startedAt } = options as BatchOptions;
  const authorization = `Basic ${Buffer.from(`${secret}:`).toString('base64')}`;
  const headers = { 'content-type': 'application/json', authorization };
  return (number) => {
    const events: string[] = [];
    for (let index = number * size; index < (number + 1) * size; index += 1) events.push(eventOf(index));
    return { method: 'POST', path: '/v1/batch', headers, body: `{"batch":[${events.join()}],"sentAt":"${startedAt}"}` };
  };

  function eventOf(index: number): string {
    // Real use is uneven: a quarter of the users and of the features make half of it.
    const [user, feature] = [skewed(drawn(index), users), skewed(drawn(index + 0x5bd1e995), FEATURES)];
    return (
      `{"userId":"user-${user}","event":"feature_${feature}","type":"track",` +
      `"properties":{"rows":${index % 100},"plan":"team","path":"/projects/${index % 977}"},"integrations":{},` +
      `"timestamp":"${startedAt}","messageId":"node-next-${run}-${index.toString().padStart(12, '0')}",${LIBRARY}}`
    );
  }
}

/** From 0 to 1, the same for the same number, without a pattern that the order of arrival would follow. */
function drawn(number: number): number {
  const mixed = Math.imul(number ^ (number >>> 15), 0x2c1b3c6d);
  return (Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39) >>> 0) / 2 ** 32;
}

function skewed(draw: number, size: number): number {
  return Math.floor(draw * draw * size);
}

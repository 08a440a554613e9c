import { encodeTime, incrementBase32, ulid } from 'ulid';

/** The one registry of id prefixes. An id is `prefix_` + ULID: it sorts by the time it was made. */
export const ID_PREFIX = {
  account: 'ac',
  apiKey: 'ky',
  arrival: 'av',
  application: 'ap',
  ask: 'ak',
  attempt: 'at',
  audit: 'au',
  answerFile: 'af',
  backtest: 'bt',
  binding: 'bd',
  churnClaim: 'cc',
  churnDrift: 'cd',
  churnModel: 'ch',
  churnTraining: 'ct',
  click: 'ck',
  commission: 'cm',
  conversionEvent: 'cv',
  creditNote: 'cn',
  creditUse: 'cu',
  decision: 'dc',
  destination: 'ds',
  dispute: 'dp',
  enrolment: 'en',
  gateEvidence: 'ge',
  fee: 'fe',
  gift: 'gf',
  grant: 'gr',
  healthDrift: 'hd',
  healthModel: 'hm',
  healthOverride: 'ho',
  healthScore: 'hs',
  import: 'im',
  invoice: 'in',
  ledgerAccount: 'la',
  link: 'ln',
  mail: 'ml',
  need: 'nd',
  outbox: 'ob',
  partner: 'pa',
  pathSearch: 'ps',
  payout: 'po',
  payoutBatch: 'pb',
  payoutRequest: 'pq',
  person: 'pe',
  playbook: 'pl',
  playbookRun: 'px',
  playbookTask: 'py',
  postback: 'pk',
  postbackDoor: 'pd',
  postbackTemplate: 'pt',
  programme: 'pr',
  programmePage: 'pp',
  quarantined: 'qe',
  readiness: 'rs',
  referral: 'rl',
  referralStep: 'rt',
  refund: 'rf',
  reversal: 'rv',
  rewardTrigger: 'rg',
  scenario: 'sc',
  segment: 'sg',
  signup: 'su',
  stripeEvent: 'se',
  stripeRejection: 'sj',
  subscription: 'sb',
  successRule: 'sr',
  survey: 'sv',
  surveyAnswer: 'sa',
  terms: 'tm',
  termsDraft: 'td',
  ticket: 'tk',
  touch: 'tc',
  transfer: 'lt',
  user: 'us',
  view: 'vw',
  writeoff: 'wo',
  webhook: 'we',
  webhookDelivery: 'wd',
} as const;

export type IdKind = keyof typeof ID_PREFIX;

/** Makes an id at `atMs` (epoch milliseconds); `random` returns [0, 1). */
export function makeId(kind: IdKind, atMs: number, random?: () => number): string {
  return `${ID_PREFIX[kind]}_${random ? ulid(atMs, random) : nextUlid(atMs)}`;
}

let latest = { atMs: Number.NaN, time: '', random: '' };

/** Ids of one process and millisecond sort in the order they were made (ULID specification, "Monotonicity"). */
function nextUlid(atMs: number): string {
  const isSame = latest.atMs === atMs;
  const time = isSame ? latest.time : encodeTime(atMs);
  const random = isSame ? incrementBase32(latest.random) : ulid(atMs, drawn).slice(time.length);
  latest = { atMs, time, random };
  return time + random;
}

const pool = new Uint8Array(4096);
let taken = pool.length;

/** [0, 1) from the system's generator, asked for many at once: one question a letter would be most of an id's cost. */
function drawn(): number {
  if (taken === pool.length) {
    crypto.getRandomValues(pool);
    taken = 0;
  }
  taken += 1;
  return (pool[taken - 1] ?? 0) / 256;
}

// Draws simulated companies in memory and looks for the planted causes as the product does: traits, channels, the path and
// the bad partner must be found, nothing else beyond the false-discovery rate; with --null nothing at all beyond it.
// By default companies as large as the one `npm start` makes up.
// npm run bench causes -- [--seeds 20] [--accounts 425] [--from 1] [--null] [--quick]
import { parseArgs } from 'node:util';
import { ACCOUNTS } from '../src/simulator/truths.ts';
import { type Findings, lookForCauses } from './support/planted-causes.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string' },
    accounts: { type: 'string' },
    from: { type: 'string' },
    null: { type: 'boolean' },
    quick: { type: 'boolean' },
  },
});
const seeds = Number(values.seeds ?? (values.quick ? 3 : 20));
const accounts = Number(values.accounts ?? ACCOUNTS);
const from = Number(values.from ?? 1);
const nullWorld = values.null ?? false;
/** The share of false findings that is promised. */
const RATE = 0.05;
/** So many of the planted causes may be missed by chance, over all seeds. */
const MISSES = 0.05;

const yes = (is: boolean) => (is ? 'yes' : 'no');
const began = performance.now();
const runs: Findings[] = [];
console.log(`${seeds} companies of ${accounts} customers${nullWorld ? ', without any cause' : ''}`);
console.log('seed  succeeded  found  missed  beside  false  path  beside  partner  accused');
for (let seed = from; seed < from + seeds; seed += 1) {
  const one = lookForCauses({ seed, accounts, nullWorld });
  runs.push(one);
  const cells = [
    String(seed).padStart(4),
    `${one.succeeded}/${one.judged}`.padStart(9),
    String(one.found.length).padStart(5),
    String(one.missed.length).padStart(6),
    String(one.mirrors.length).padStart(6),
    String(one.others.length).padStart(5),
    yes(one.path.found).padStart(4),
    String(one.path.others.length).padStart(6),
    yes(one.partner.found).padStart(7),
    String(one.partner.others.length).padStart(7),
  ];
  console.log(cells.join('  '));
  for (const key of [...one.missed.map((key) => `missed ${key}`), ...one.others.map((key) => `false ${key}`)])
    console.log(`      ${key}`);
  for (const other of one.path.others) console.log(`      path beside the planted: ${other}`);
}

const sum = (of: (one: Findings) => number) => runs.reduce((total, one) => total + of(one), 0);
const share = (part: number, whole: number) =>
  `${part} of ${whole} (${((100 * part) / Math.max(1, whole)).toFixed(1)} %)`;
const checks: [name: string, text: string, holds: boolean][] = nullWorld ? ofNullWorld() : ofPlantedWorld();
console.log('');
for (const [name, text, holds] of checks) console.log(`${holds ? 'ok   ' : 'WRONG'} ${name}: ${text}`);
console.log(`${((performance.now() - began) / 1000 / seeds).toFixed(1)} s a company`);
if (checks.some(([, , holds]) => !holds)) process.exitCode = 1;

function ofPlantedWorld(): typeof checks {
  const planted = sum(({ found, missed }) => found.length + missed.length);
  const missed = sum((one) => one.missed.length);
  const others = sum((one) => one.others.length);
  const confirmed = sum(({ found, mirrors }) => found.length + mirrors.length) + others;
  const noPath = sum(({ path }) => (path.found ? 0 : 1));
  const beside = sum(({ path }) => path.others.length);
  const noPartner = sum(({ partner }) => (partner.found ? 0 : 1));
  const accused = sum(({ partner }) => partner.others.length);
  const wrong = others + beside + accused;
  const all = confirmed + (seeds - noPath) + beside + (seeds - noPartner) + accused;
  return [
    ['traits and channels found', share(planted - missed, planted), missed <= MISSES * planted],
    ['findings of all kinds that are false', share(wrong, all), wrong <= RATE * all],
    ['traits and channels that are false', share(others, confirmed), others <= RATE * confirmed],
    ['path found', share(seeds - noPath, seeds), noPath <= MISSES * seeds],
    ['companies with a false path', share(beside, seeds), beside <= RATE * seeds],
    ['bad partner found', share(seeds - noPartner, seeds), noPartner <= MISSES * seeds],
    ['partners accused besides', String(accused), accused <= RATE * seeds],
  ];
}

/** Where there is nothing, a company that reports anything is a false alarm. */
function ofNullWorld(): typeof checks {
  const reports = (name: string, holds: (one: Findings) => boolean): (typeof checks)[number] => {
    const alarms = runs.filter(holds).length;
    return [name, share(alarms, seeds), alarms <= RATE * seeds];
  };
  return [
    reports('companies with a trait or channel reported', ({ others, mirrors }) => others.length + mirrors.length > 0),
    reports('companies with a path reported', ({ path }) => path.found || path.others.length > 0),
    reports('companies with a partner accused', ({ partner }) => partner.found || partner.others.length > 0),
  ];
}

// Reproduces every published number of the models in src/stats with the time of each fit, as a ratio to summing a million
// logarithms in the same run, and says how often 80 % intervals hold the truth on simulated data (72 to 88 % is expected).
// npm run bench models -- [--seeds 100] [--quick] [--only WORD]
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { PublishedFit, Recovery, Topic } from './models/topic.ts';

const { values } = parseArgs({
  options: { seeds: { type: 'string' }, quick: { type: 'boolean' }, only: { type: 'string' } },
});
const seeds = Number(values.seeds ?? (values.quick ? 10 : 100));
const REPEATS = values.quick ? 1 : 5;
/** Half of the middle 80 % of a normal. */
const MIDDLE_80 = 1.2815515655446004;
/** Fewer samples cannot tell 72 from 88 %. */
const ENOUGH_SEEDS = 100;

function medianMs(run: () => unknown): number {
  const times = Array.from({ length: REPEATS }, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  });
  return times.sort((a, b) => a - b)[Math.floor(REPEATS / 2)] as number;
}

const baseline = medianMs(() => {
  let sum = 0;
  for (let n = 1; n <= 1e6; n += 1) sum += Math.log(n);
  return sum;
});

let wrong = 0;

function reproduce({ model, numbers: run }: PublishedFit): void {
  const numbers = run();
  if (!numbers) {
    console.log(`${model}: its data is not here, skipped`);
    return;
  }
  const ms = medianMs(run);
  console.log(`${model}: ${ms.toFixed(1)} ms, ${(ms / baseline).toFixed(2)} × the baseline`);
  for (const { name, published, digits, found } of numbers) {
    const agrees = Math.abs(found - published) <= 1.01 * 10 ** -digits;
    if (!agrees) wrong += 1;
    console.log(
      `  ${agrees ? 'ok   ' : 'WRONG'} ${name}: ${found.toFixed(digits)} (published ${published.toFixed(digits)})`,
    );
  }
}

function recover({ model, truths, estimate }: Recovery): void {
  const started = performance.now();
  const answers = Array.from({ length: seeds }, (_, seed) => estimate(seed + 1)).filter((one) => one !== undefined);
  const ms = (performance.now() - started) / seeds;
  let [held, all] = [0, 0];
  const lines = Object.entries(truths).map(([name, truth]) => {
    const found = answers.map((answer) => answer[name] ?? { value: Number.NaN, error: 0 });
    const inside = found.filter(({ value, error }) => Math.abs(value - truth) <= MIDDLE_80 * error).length;
    held += inside;
    all += found.length;
    const mean = found.reduce((sum, { value }) => sum + value, 0) / found.length;
    return `  ${name}: truth ${truth.toFixed(3)}, mean estimate ${mean.toFixed(3)}, held ${Math.round((100 * inside) / found.length)} %`;
  });
  const share = held / all;
  const sound = answers.length >= 0.95 * seeds && share >= 0.72 && share <= 0.88;
  const verdict = sound ? 'ok   ' : seeds < ENOUGH_SEEDS ? 'few  ' : 'WRONG';
  if (verdict === 'WRONG') wrong += 1;
  console.log(
    `${verdict} ${model}: 80 % intervals held the truth in ${(100 * share).toFixed(1)} % of ${all} cases; ${answers.length} of ${seeds} samples fitted, ${ms.toFixed(0)} ms each`,
  );
  for (const line of lines) console.log(line);
}

const folder = join(import.meta.dirname, 'models');
const names = readdirSync(folder).filter((file) => file.endsWith('.ts') && file !== 'topic.ts');
const topics = await Promise.all(
  names.map(async (file) => ((await import(join(folder, file))) as { topic: Topic }).topic),
);
const wanted = ({ model }: { model: string }) => model.toLowerCase().includes((values.only ?? '').toLowerCase());

console.log(`baseline, the sum of a million logarithms: ${baseline.toFixed(1)} ms; times are medians of ${REPEATS}`);
for (const one of topics.flatMap(({ published = [] }) => published).filter(wanted)) reproduce(one);
console.log(`\nrecovery of known parameters over ${seeds} seeds`);
for (const one of topics.flatMap(({ recovered = [] }) => recovered).filter(wanted)) recover(one);
console.log(wrong === 0 ? '\neverything as published' : `\n${wrong} not as published or outside 72 to 88 %`);
if (wrong > 0) process.exitCode = 1;

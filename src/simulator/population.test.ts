import { describe, expect, it } from 'vitest';
import { seededRandom } from '../stats/random.ts';
import { billingDays } from './billing.ts';
import { makeDraw } from './draw.ts';
import { populate, type SimAccount } from './population.ts';
import { makeDailyUsage } from './usage.ts';

const TODAY = '2026-03-01';
const make = (seed: number, accounts = 1500) =>
  populate(makeDraw(seededRandom(seed)), { accounts, months: 18, today: TODAY });
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const use = (account: SimAccount) => mean(account.life.levels.slice(8, 30));
const churned = (accounts: SimAccount[]) => mean(accounts.map(({ life }) => (life.ended_on === null ? 0 : 1)));

describe('the simulated customers', () => {
  const accounts = make(7);

  it('are the same for the same seed, and others for another', () => {
    expect(make(7, 50)).toEqual(make(7, 50));
    expect(make(8, 50)).not.toEqual(make(7, 50));
  });

  it('live the same lives on another day: what one goes through changes nothing for the next', () => {
    const later = populate(makeDraw(seededRandom(7)), { accounts: 50, months: 18, today: '2026-03-02' });
    const earlier = make(7, 50);
    expect(later.map(({ name, plan, friction }) => [name, plan, friction])).toEqual(
      earlier.map(({ name, plan, friction }) => [name, plan, friction]),
    );
  });

  it('have one name each, and live only at addresses that cannot exist', () => {
    expect(new Set(accounts.map(({ name }) => name)).size).toBe(accounts.length);
    expect(accounts.every(({ domain }) => /^[a-z0-9-]+\.example$/.test(domain))).toBe(true);
  });

  it('leave because they hardly use it: the lowest fifth leaves at least three times as often as the highest', () => {
    const old = accounts.filter(({ life }) => life.levels.length > 12).toSorted((a, b) => use(a) - use(b));
    const fifth = Math.floor(old.length / 5);
    expect(churned(old.slice(0, fifth))).toBeGreaterThan(3 * churned(old.slice(-fifth)));
  });

  it('use it less and less before they leave', () => {
    const left = accounts.filter(({ life }) => life.ended_on !== null && life.levels.length > 30);
    const before = mean(left.map(({ life }) => mean(life.levels.slice(-24, -16))));
    const atTheEnd = mean(left.map(({ life }) => mean(life.levels.slice(-3))));
    expect(left.length).toBeGreaterThan(50);
    expect(atTheEnd).toBeLessThan(0.5 * before);
  });

  it('differ by the channel they came from', () => {
    const of = (channel: string) =>
      accounts.filter((account) => account.channel === channel && account.life.levels.length > 12);
    expect(mean(of('word of mouth').map(use))).toBeGreaterThan(mean(of('paid ads').map(use)) + 0.15);
    expect(churned(of('paid ads'))).toBeGreaterThan(churned(of('word of mouth')));
  });

  it('have contracts without gaps that end with the customer', () => {
    for (const { life, signed_up_on } of accounts) {
      expect(life.spells[0]?.started_on).toBe(signed_up_on);
      expect(life.spells.at(-1)?.ended_on ?? null).toBe(life.ended_on);
      for (const [index, spell] of life.spells.slice(1).entries())
        expect(spell.started_on).toBe(life.spells[index]?.ended_on);
    }
  });

  it('are billed and use it only while they are customers, and not after today', () => {
    for (const account of accounts.slice(0, 200)) {
      const end = account.life.ended_on ?? TODAY;
      const used = makeDailyUsage(makeDraw(seededRandom(1)), 'ac_1', account, TODAY).map((day) => day.on_date);
      for (const on of used) expect(on >= account.signed_up_on && on < end).toBe(true);
      for (const on of billingDays(account, TODAY)) expect(on >= account.signed_up_on && on <= end).toBe(true);
    }
  });

  it('include some who gave notice and are still here', () => {
    const noticed = accounts.filter(({ life }) => life.notice_on !== null);
    expect(noticed.length).toBeGreaterThan(5);
    expect(noticed.every(({ life }) => life.ended_on === null)).toBe(true);
  });
});

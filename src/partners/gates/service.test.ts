import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestCtx, testCtx } from '../../../test/harness/ctx.ts';
import { openTestDatabase } from '../../../test/harness/db.ts';
import type { Database } from '../../platform/database.ts';
import { acceptTerms, changeEnrolment, enrolPartner } from '../enrolments/service.ts';
import { createPartner } from '../partners/service.ts';
import { addTerms, createProgramme, findProgrammeWithTerms, openProgramme } from '../programmes/service.ts';
import type { Gate } from './model.ts';
import { findClosedGate, openByHand, readPartnerGates } from './service.ts';
import { issueFee, issueFees, listFees, refundFee, settleByHand, settleFee } from './verbs/fees.ts';

describe('what a partner must have done', () => {
  let database: Database;
  let ctx: TestCtx;
  let count = 0;

  beforeAll(async () => {
    database = await openTestDatabase();
    ctx = testCtx(database, { at: '2026-03-10T12:00:00Z' });
  });
  afterAll(() => database.close());

  async function join(gates: Gate[], origin: 'invited' | 'applied' = 'applied') {
    count += 1;
    const programme = await createProgramme(ctx, { template: 'customer_referral', name: `P${count}`, gates });
    await openProgramme(ctx, programme.id);
    const email = `p${count}@partner.example`;
    const partner = await createPartner(ctx, { kind: 'agency', name: `Partner ${count}`, email, state: 'approved' });
    const key = { programme_id: programme.id, partner_id: partner.id };
    await enrolPartner(ctx, { ...key, terms_version: 1, origin });
    return key;
  }
  const closed = async (key: { programme_id: string; partner_id: string }) =>
    (await findClosedGate(ctx, { ...key, at: ctx.clock.now() }))?.gate ?? null;

  it('is nothing more than being in the programme where it asks for nothing', async () => {
    const key = await join([]);
    expect(await closed(key)).toBeNull();
    await changeEnrolment(ctx, key, { state: 'paused', reason: 'on leave' });
    expect(await closed(key)).toBe('enrolment');
    await changeEnrolment(ctx, key, { state: 'active', reason: 'back' });
    expect(await closed(key)).toBeNull();
    expect(await closed({ ...key, partner_id: 'pa_none' })).toBe('enrolment');
  });

  it('is to accept terms that ask for it, from the day they start', async () => {
    const key = await join([]);
    const { versions } = await findProgrammeWithTerms(ctx, key.programme_id);
    const terms = { ...versions[0]?.terms, hold_days: 45 } as never;
    const at = (days: number) => new Date(ctx.clock.now().getTime() + days * 86_400_000);
    await addTerms(ctx, key.programme_id, {
      terms,
      effective_at: at(5).toISOString(),
      needs_acceptance: true,
    });
    const on = async (days: number) => (await findClosedGate(ctx, { ...key, at: at(days) }))?.gate ?? null;
    expect([await on(4), await on(5)]).toEqual([null, 'terms']);
    ctx.clock.advance(6 * 86_400_000);
    await acceptTerms(ctx, key, 2);
    expect([await on(-1), await on(0)]).toEqual(['terms', null]);
    await expect(acceptTerms(ctx, key, 9)).rejects.toMatchObject({ code: 'unprocessable' });
    await addTerms(ctx, key.programme_id, { terms });
    expect(await on(1)).toBeNull();
  });

  it('is to pay the fee of the period, which an invoice settles once', async () => {
    const key = await join([{ kind: 'entry_fee', amount_minor: 9_900, period: 'month' }]);
    expect(await closed(key)).toBe('entry_fee');
    const fee = await issueFee(ctx, key);
    expect(await issueFee(ctx, key)).toEqual(fee);
    expect(fee).toMatchObject({ amount_minor: 9_900, state: 'due' });
    const id = fee?.id ?? '';
    const invoice = {
      source: 'stripe',
      id: `in_${key.partner_id}`,
      amount_minor: 9_900,
      currency: fee?.currency ?? '',
    };
    await expect(settleFee(ctx, id, { ...invoice, amount_minor: 9_899 })).rejects.toMatchObject({
      detail: { field: 'programme_fee' },
    });
    await settleFee(ctx, id, invoice);
    await settleFee(ctx, id, invoice);
    expect(await closed(key)).toBeNull();
    ctx.clock.advance(31 * 86_400_000);
    expect(await closed(key)).toBe('entry_fee');
    expect(await issueFees(ctx)).toBeGreaterThan(0);
    const [next] = await listFees(ctx, { partner_id: key.partner_id });
    expect(next).toMatchObject({ state: 'due', starts_on: fee?.ends_on });
    await settleByHand(ctx, next?.id ?? '', { state: 'waived', reason: 'First year on us' });
    expect(await closed(key)).toBeNull();
    await expect(settleByHand(ctx, id, { state: 'paid', reason: 'again' })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is to pay again what was given back', async () => {
    const key = await join([{ kind: 'entry_fee', amount_minor: 500, period: 'once' }]);
    const fee = await issueFee(ctx, key);
    const invoice = { source: 'api', id: `in2_${key.partner_id}` };
    await settleFee(ctx, fee?.id ?? '', { ...invoice, amount_minor: 500, currency: fee?.currency ?? '' });
    ctx.clock.advance(1000);
    expect(await refundFee(ctx, invoice)).toMatchObject({ state: 'refunded' });
    expect(await refundFee(ctx, { ...invoice, id: 'in_other' })).toBeUndefined();
    expect(await closed(key)).toBe('entry_fee');
    const [gates] = await readPartnerGates(ctx, key.partner_id);
    expect(gates).toMatchObject({ may_earn: false });
    expect(gates?.history.map(({ says }) => says)).toEqual([
      `The fee was given back (invoice ${invoice.id}).`,
      `The fee was paid with invoice ${invoice.id}.`,
    ]);
  });

  it('can be settled by hand, with a reason, and withdrawn again', async () => {
    const key = await join([{ kind: 'certification' }, { kind: 'invitation' }]);
    expect(await closed(key)).toBe('invitation');
    const hand = { partner_id: key.partner_id, reason: 'Met them in Vienna' };
    await openByHand(ctx, key.programme_id, { ...hand, gate: 'invitation', passed: true });
    await openByHand(ctx, key.programme_id, { ...hand, gate: 'certification', passed: true });
    expect(await closed(key)).toBeNull();
    ctx.clock.advance(1000);
    await openByHand(ctx, key.programme_id, { ...hand, gate: 'certification', passed: false });
    expect(await closed(key)).toBe('certification');
    const wrong = openByHand(ctx, key.programme_id, { ...hand, gate: 'entry_fee', passed: true });
    await expect(wrong).rejects.toMatchObject({ detail: { field: 'gate' } });
  });

  it('never changes what was recorded', async () => {
    const key = await join([{ kind: 'certification' }]);
    await openByHand(ctx, key.programme_id, {
      partner_id: key.partner_id,
      gate: 'certification',
      passed: true,
      reason: 'seen',
    });
    const change = ctx.db.updateTable('gate_evidence').set({ passed: false }).execute();
    await expect(change).rejects.toThrow(/append-only/);
  });
});

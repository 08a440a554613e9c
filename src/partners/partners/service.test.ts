import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testCtx } from '../../../test/harness/ctx.ts';
import { openTestDatabase } from '../../../test/harness/db.ts';
import type { Database } from '../../platform/database.ts';
import { stateAt } from './model.ts';
import { approvePartner, createPartner, getPartner, reinstatePartner, suspendPartner } from './service.ts';

describe('partners', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  it('takes every spelling of a mailbox for the same partner', async () => {
    const ctx = testCtx(database);
    const first = await createPartner(ctx, { kind: 'customer', name: 'Ann', email: 'ann.lee@gmail.com' });
    const again = await createPartner(ctx, { kind: 'affiliate', name: 'Ann Lee', email: 'AnnLee+x@Gmail.com' });
    expect(again).toEqual(first);
  });

  it.each(['account_id', 'person_id'])('names the field when there is nobody of that %s', async (field) => {
    const ctx = testCtx(database);
    const made = createPartner(ctx, { kind: 'customer', name: 'Al', email: 'al@a.example', [field]: 'nobody' });
    await expect(made).rejects.toMatchObject({ code: 'unprocessable', detail: { field } });
  });

  it('lets an invited partner in when the invitation is accepted', async () => {
    const ctx = testCtx(database);
    await createPartner(ctx, { kind: 'customer', name: 'Bob', email: 'bob@b.example' });
    ctx.clock.advance(1000);
    const accepted = await createPartner(ctx, {
      kind: 'customer',
      name: 'Bob',
      email: 'bob@b.example',
      state: 'approved',
    });
    expect(accepted).toMatchObject({ state: 'approved', approved_at: ctx.clock.now() });
  });

  it('remembers what the partner was at every instant', async () => {
    const ctx = testCtx(database);
    const { id } = await createPartner(ctx, { kind: 'creator', name: 'Cy', email: 'cy@c.example' });
    const invitedAt = ctx.clock.now();
    ctx.clock.advance(60_000);
    await approvePartner(ctx, id);
    const approvedAt = ctx.clock.now();
    ctx.clock.advance(60_000);
    await suspendPartner(ctx, id, { reason: 'self-made clicks' });
    const suspendedAt = ctx.clock.now();
    ctx.clock.advance(60_000);
    await reinstatePartner(ctx, id, { reason: 'a mistake of ours' });
    const { states, partner } = await getPartner(ctx, id);
    expect([invitedAt, approvedAt, suspendedAt, ctx.clock.now()].map((at) => stateAt(states, at))).toEqual([
      'invited',
      'approved',
      'suspended',
      'approved',
    ]);
    expect(stateAt(states, new Date(invitedAt.getTime() - 1))).toBeUndefined();
    expect(partner.approved_at).toEqual(approvedAt);
  });

  it('refuses to suspend a partner who was never approved', async () => {
    const ctx = testCtx(database);
    const { id } = await createPartner(ctx, { kind: 'agency', name: 'Di', email: 'di@d.example' });
    await expect(suspendPartner(ctx, id, { reason: 'x' })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('needs the permission', async () => {
    const ctx = testCtx(database, { scopes: ['partners:read'] });
    const input = { kind: 'agency', name: 'Di', email: 'e@d.example' } as const;
    await expect(createPartner(ctx, input)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

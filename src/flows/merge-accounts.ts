import { mergeAccount } from '../customers/accounts/verbs/merge-account.ts';
import { accountById } from '../customers/accounts/verbs/resolve-account.ts';
import { moveBilling } from '../customers/billing/verbs/move-billing.ts';
import { movePeople } from '../customers/people/verbs/move-people.ts';
import { moveTouches } from '../customers/touches/service.ts';
import { moveUsage } from '../customers/usage/verbs/move-usage.ts';
import { invalidField } from '../kernel/errors.ts';
import { keepEarned, moveCommissions } from '../money/commissions/verbs/move-commissions.ts';
import { mergeBindings } from '../partners/attribution/verbs/merge-bindings.ts';
import { takeTurns } from '../partners/attribution/verbs/receive-event.ts';
import { writeAudit } from '../platform/audit.ts';
import { type Ctx, inTransaction, requireScope } from '../platform/ctx.ts';
import { moveRuns } from '../success/playbooks/verbs/runs.ts';
import { decideAllAgain } from './decide-again.ts';

export type MergeAccounts = { into: string; reason: string; isNamesake?: boolean };

/**
 * Two accounts turned out to be one. What is known of the merged one belongs to the other, and so does what reaches us
 * about it later. Of two partners the one whose episode has a commission keeps the account, else the earlier one; what
 * was earned stays, whatever reaches us later. With `isNamesake` they always were one, under two names: everything
 * unpaid is decided as if it had reached us under one. @throws 404; 422 when an account would be merged into itself or into one that was merged
 */
export async function mergeAccounts(ctx: Ctx, id: string, input: MergeAccounts): Promise<void> {
  requireScope(ctx, 'customers:write');
  await inTransaction(ctx, async (ctx) => {
    const tracking: Ctx = { ...ctx, scopes: new Set([...ctx.scopes, 'track:write']) };
    const named = [await accountById(tracking, id), await accountById(tracking, input.into)];
    if (id === input.into) throw invalidField('into', 'An account cannot be merged into itself.');
    for (const name of named.map(({ external_id }) => external_id).sort()) await takeTurns(tracking, 'account', name);
    // Read again: whoever had the turn before may have merged one of them.
    const [from, into] = [await accountById(tracking, id), await accountById(tracking, input.into)];
    if (from.merged_into_id || into.merged_into_id)
      throw invalidField('into', 'One of the accounts was merged before.', 'Name the account that is left.');
    await mergeBindings(tracking, { from: from.id, into: into.id });
    await moveBilling(tracking, from.id, into.id);
    await movePeople(tracking, from.id, into.id);
    await moveUsage(ctx, from.id, into.id);
    await moveTouches(ctx, from.id, into.id);
    await moveRuns(ctx, from.id, into.id);
    await moveCommissions(tracking, from.id, into.id);
    if (!input.isNamesake) await keepEarned(tracking, into.id);
    await mergeAccount(ctx, from.id, into.id);
    await decideAllAgain(tracking, into.external_id);
    const detail = { into: into.id, reason: input.reason };
    await writeAudit(ctx, { action: 'account.merge', subjectKind: 'account', subjectId: from.id, detail });
  });
}

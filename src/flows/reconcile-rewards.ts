import { listMembers } from '../access/members/verbs/members.ts';
import { noteFindings } from '../money/rewards/verbs/findings.ts';
import { type Ctx, inTransaction, requireScope } from '../platform/ctx.ts';
import { say } from '../platform/locale.ts';
import { queueMail } from '../platform/mail.ts';
import { findUnreconciled } from '../reports/reconciliation.ts';

const LINES = 20;

/** Compares what was referred with what was given, and writes to every owner about what is new. Returns both counts. */
export async function reconcileRewards(ctx: Ctx): Promise<{ found: number; told: number }> {
  requireScope(ctx, 'rewards:write');
  const found = await findUnreconciled(ctx);
  return inTransaction(ctx, async (ctx) => {
    const fresh = await noteFindings(ctx, found);
    if (fresh.length > 0) await tellOwners(ctx, fresh);
    return { found: found.length, told: fresh.length };
  });
}

type Told = { kind: string; params: Record<string, unknown> };

async function tellOwners(ctx: Ctx, fresh: readonly Told[]): Promise<void> {
  const owners = (await listMembers(ctx)).filter(({ role }) => role === 'owner');
  const count = fresh.length;
  const lines = fresh.slice(0, LINES).map(({ kind, params }) => `- ${say(`reasons-rewards:finding.${kind}`, params)}`);
  if (count > LINES) lines.push(say('rewards:alarm.more', { count: count - LINES }));
  for (const { name, email } of owners) {
    const params = { name, count, lines: lines.join('\n'), url: `${ctx.publicUrl}/rewards/reconciliation` };
    await queueMail(ctx, {
      to: email,
      to_name: name,
      subject: say('rewards:alarm.subject', params),
      text: say('rewards:alarm.text', params),
      kind: 'reconciliation',
    });
  }
}

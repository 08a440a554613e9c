import { invalidField } from '../../../kernel/errors.ts';
import { addDays } from '../../../kernel/time.ts';
import { writeAudit } from '../../../platform/audit.ts';
import { type Ctx, inTransaction, requireScope } from '../../../platform/ctx.ts';
import type { StripeSettings } from '../model.ts';
import { STRIPE_TYPES } from '../rules/read-event.ts';
import type { StripeChange, StripeView } from '../schema.ts';
import { countByState } from '../store/events.ts';
import * as store from '../store/settings.ts';

const SEAL_PURPOSE = 'stripe-signing-secret';

/**
 * What is set up, with the secrets opened; undefined when nothing is, or when this installation's own secret was
 * changed since, so that nobody can open them any more.
 */
export async function openSettings(ctx: Ctx): Promise<StripeSettings | undefined> {
  const kept = await store.findSettings(ctx);
  const signing_secret = kept && ctx.tokens.unseal(SEAL_PURPOSE, kept.signing_secret);
  if (!kept || signing_secret === undefined) return undefined;
  const previous_secret = kept.previous_secret && (ctx.tokens.unseal(SEAL_PURPOSE, kept.previous_secret) ?? null);
  return { ...kept, signing_secret, previous_secret };
}

function seal(ctx: Ctx, settings: StripeSettings): StripeSettings {
  const { signing_secret, previous_secret } = settings;
  return {
    ...settings,
    signing_secret: ctx.tokens.seal(SEAL_PURPOSE, signing_secret),
    previous_secret: previous_secret && ctx.tokens.seal(SEAL_PURPOSE, previous_secret),
  };
}

/** What is set up, without the secret, and where Stripe has to send its events. */
export async function getStripe(ctx: Ctx): Promise<StripeView> {
  requireScope(ctx, 'settings:read');
  const settings = await openSettings(ctx);
  const counts = await countByState(ctx);
  return {
    endpoint: `${ctx.publicUrl}/v1/stripe/webhooks`,
    types: [...STRIPE_TYPES],
    events: { applied: 0, waiting: 0, ignored: 0, refused: 0, ...counts },
    is_set_up: settings !== undefined,
    secret_ends: settings?.signing_secret.slice(-4) ?? null,
    previous_until: settings?.previous_until?.toISOString() ?? null,
    livemode: settings?.livemode ?? true,
    stripe_account: settings?.stripe_account ?? null,
    client_reference: settings?.client_reference ?? 'referral',
    account_metadata_key: settings?.account_metadata_key ?? 'goodword_account',
  };
}

/**
 * Sets Stripe up or changes what is set; a field left out keeps its value. After a new secret the one before is good
 * for one more day, as Stripe's own rolling is. @throws 422 when there is no secret yet and none is given
 */
export async function saveStripe(ctx: Ctx, change: StripeChange): Promise<StripeView> {
  requireScope(ctx, 'settings:write');
  return inTransaction(ctx, async (ctx) => {
    const before = await openSettings(ctx);
    await store.putSettings(ctx, seal(ctx, merge(before, change, ctx.clock.now())));
    const { signing_secret, ...shown } = change;
    const detail = { ...shown, ...(signing_secret ? { signing_secret: 'changed' } : {}) };
    await writeAudit(ctx, { action: 'stripe.saved', subjectKind: 'company', subjectId: 'stripe', detail });
    return getStripe(ctx);
  });
}

const NOBODY: Omit<StripeSettings, 'signing_secret'> = {
  previous_secret: null,
  previous_until: null,
  livemode: true,
  stripe_account: null,
  client_reference: 'referral',
  account_metadata_key: 'goodword_account',
};

function merge(before: StripeSettings | undefined, change: StripeChange, now: Date): StripeSettings {
  const signing_secret = change.signing_secret ?? before?.signing_secret;
  if (!signing_secret)
    throw invalidField(
      'signing_secret',
      'The signing secret is missing.',
      'Stripe shows it beside the endpoint: whsec_….',
    );
  const isRolled = before && before.signing_secret !== signing_secret;
  return {
    ...NOBODY,
    ...before,
    ...change,
    signing_secret,
    ...(isRolled ? { previous_secret: before.signing_secret, previous_until: addDays(now, 1) } : {}),
  };
}

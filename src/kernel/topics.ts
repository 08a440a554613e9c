/**
 * The one registry of events told to the outside by webhooks. To add one: a line here, its sentence under `topics` in
 * `web/locales/en/webhooks.json`, and `emit(ctx, topic, payload)` of `platform/outbox.ts` in the verb's transaction.
 */
export const TOPICS = [
  'ask.sent',
  'ask.accepted',
  'ask.declined',
  'dispute.recorded',
  'grant.delivered',
  'grant.promised',
  'grant.ready',
  'grant.revoked',
  'grant.sent',
  'invoice.recorded',
  'partner.state_changed',
  'playbook.ended',
  'playbook.started',
  'referral.moved',
  'refund.recorded',
  'refund.failed',
  'signup.recorded',
  'subscription.recorded',
] as const;

export type Topic = (typeof TOPICS)[number];

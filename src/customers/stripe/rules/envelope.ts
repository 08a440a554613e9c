import type { Rejection, StripeEnvelope, StripeSettings } from '../model.ts';
import { at, isRecord, textAt, timeAt } from './fields.ts';

/** An event from its JSON; undefined when it is none. */
export function readEnvelope(json: unknown): StripeEnvelope | undefined {
  const id = textAt(json, 'id', 200);
  const type = textAt(json, 'type', 100);
  const object = at(json, 'data.object');
  const created = timeAt(json, 'created');
  const livemode = at(json, 'livemode');
  if (!id || !type || !created || !isRecord(object) || typeof livemode !== 'boolean') return undefined;
  const api_version = textAt(json, 'api_version', 60) ?? null;
  return { id, type, api_version, livemode, account: textAt(json, 'account', 200) ?? null, created, object };
}

/** Why a signed event is not for us; null when it is. */
export function judgeEnvelope(
  event: StripeEnvelope,
  settings: Pick<StripeSettings, 'livemode' | 'stripe_account'>,
): Rejection | null {
  if (event.account && event.account !== settings.stripe_account) return 'wrong_account';
  if (event.livemode === settings.livemode) return null;
  return settings.livemode ? 'test_mode' : 'live_mode';
}

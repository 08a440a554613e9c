import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Ctx, newId } from '../../../platform/ctx.ts';
import { sha256 } from '../../../platform/token.ts';
import { REJECTION_CHARACTERS, type Rejection, type StripeEnvelope, type StripeSettings } from '../model.ts';
import { judgeEnvelope, readEnvelope } from '../rules/envelope.ts';
import { textAt } from '../rules/fields.ts';
import { keepable, parseKeepable } from '../rules/keepable.ts';
import { judgeSignature } from '../rules/signature.ts';
import { insertRejection } from '../store/rejections.ts';
import { openSettings } from './settings.ts';

/** What reached the door: the bytes as they came, and the header that signs them. */
export type Delivery = { bytes: Buffer; signature: string | undefined };

export type Judged =
  | {
      event: StripeEnvelope;
      payload: unknown;
      settings: StripeSettings;
      /** It held text that nobody can keep; `payload` is without it. */
      isDamaged: boolean;
      rejection?: undefined;
    }
  | { rejection: Rejection; event?: StripeEnvelope | undefined };

/**
 * Whether a delivery is an event for us; `parse` reads the bytes as JSON or throws. The signature stands in the place of
 * a permission, so nobody is asked for one.
 */
export async function judgeDelivery(ctx: Ctx, delivery: Delivery, parse: (bytes: Buffer) => unknown): Promise<Judged> {
  const settings = await openSettings(ctx);
  if (!settings) return { rejection: 'not_set_up' };
  const { bytes, signature } = delivery;
  const unsigned = judgeSignature(signature, settings, ctx.clock.now(), (secret, seconds, digest) =>
    isSignedBy(secret, seconds, bytes, digest),
  );
  if (unsigned) return { rejection: unsigned };
  const whole = tryParse(bytes, parse);
  const isDamaged = whole === undefined;
  const payload = isDamaged ? tryParse(bytes, (all) => withoutDamage(all, parse)) : whole;
  if (payload === undefined) return { rejection: 'not_json' };
  const event = readEnvelope(payload);
  if (!event) return { rejection: 'not_an_event' };
  const foreign = judgeEnvelope(event, settings);
  return foreign ? { rejection: foreign, event } : { event, payload, settings, isDamaged };
}

function isSignedBy(secret: string, seconds: number, bytes: Buffer, digest: string): boolean {
  const wanted = createHmac('sha256', secret).update(`${seconds}.`).update(bytes).digest();
  return timingSafeEqual(wanted, Buffer.from(digest, 'hex'));
}

/** What is left when the text that nobody can keep is left out, read as strictly as everything else. */
function withoutDamage(bytes: Buffer, parse: (bytes: Buffer) => unknown): unknown {
  return parse(Buffer.from(JSON.stringify(parseKeepable(bytes.toString()))));
}

function tryParse(bytes: Buffer, parse: (bytes: Buffer) => unknown): unknown {
  try {
    return parse(bytes);
  } catch {
    return undefined;
  }
}

/** Keeps a delivery that was turned away, cut short, so that somebody can see what came. */
export async function keepRejection(
  ctx: Ctx,
  { bytes, signature }: Delivery,
  { rejection, event }: { rejection: Rejection; event?: StripeEnvelope | undefined },
): Promise<void> {
  const claimed = event ?? tryParse(bytes, (all) => JSON.parse(all.toString()));
  await insertRejection(ctx, {
    id: newId(ctx, 'stripeRejection'),
    received_at: ctx.clock.now(),
    reason: rejection,
    stripe_id: clean(textAt(claimed, 'id', 200)),
    type: clean(textAt(claimed, 'type', 100)),
    signature: clean(signature?.slice(0, 300)),
    body_head: clean(bytes.subarray(0, REJECTION_CHARACTERS).toString()) ?? '',
    body_bytes: bytes.length,
    body_hash: sha256(bytes),
  });
}

/** Strangers send anything; what no database keeps is left out. */
function clean(text: string | undefined): string | null {
  return text === undefined ? null : keepable(text);
}

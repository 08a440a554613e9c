import type { Rejection, StripeSettings } from '../model.ts';
import { TOLERANCE_SECONDS } from '../model.ts';

export type Signature = { seconds: number; digests: string[] };

/** Reads `t=…,v1=…,v1=…`; undefined when it is not that. */
export function readSignature(header: string | undefined): Signature | undefined {
  const parts = (header ?? '').split(',').map((part) => part.trim().split('='));
  const time = parts.find(([name]) => name === 't')?.[1] ?? '';
  const digests = parts.flatMap(([name, value]) =>
    name === 'v1' && /^[0-9a-f]{64}$/.test(value ?? '') ? [value ?? ''] : [],
  );
  return /^\d{1,12}$/.test(time) && digests.length > 0 ? { seconds: Number(time), digests } : undefined;
}

/**
 * Whether somebody who knows a secret signed these bytes a short while ago; null when so, else why not. `isSigned`
 * compares a digest with HMAC-SHA-256 of `t.bytes` under a secret, in constant time.
 */
export function judgeSignature(
  header: string | undefined,
  settings: Pick<StripeSettings, 'signing_secret' | 'previous_secret' | 'previous_until'>,
  now: Date,
  isSigned: (secret: string, seconds: number, digest: string) => boolean,
): Rejection | null {
  if (!header) return 'unsigned';
  const signature = readSignature(header);
  if (!signature) return 'unsigned';
  const isGood = secretsOf(settings, now).some((secret) =>
    signature.digests.some((digest) => isSigned(secret, signature.seconds, digest)),
  );
  if (!isGood) return 'bad_signature';
  return Math.abs(now.getTime() / 1000 - signature.seconds) > TOLERANCE_SECONDS ? 'stale' : null;
}

function secretsOf(settings: Pick<StripeSettings, 'signing_secret' | 'previous_secret' | 'previous_until'>, now: Date) {
  const { previous_secret, previous_until, signing_secret } = settings;
  return previous_secret && previous_until && previous_until > now
    ? [signing_secret, previous_secret]
    : [signing_secret];
}

import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Signs and reads short opaque tokens: `base64url(json).base64url(hmac)`, bound to a purpose. */
export type Tokens = {
  sign(purpose: string, payload: object): string;
  /** The payload, or undefined when the token was not signed here for this purpose. */
  read<T>(purpose: string, token: string): T | undefined;
  /** A keyed hash, for identifiers that must not be kept (visitors, networks). */
  keyedHash(purpose: string, value: string): string;
};

export function makeTokens(secret: string): Tokens {
  const mac = (purpose: string, text: string) => createHmac('sha256', secret).update(`${purpose}\n${text}`).digest();
  return {
    sign(purpose, payload) {
      const body = Buffer.from(JSON.stringify(payload)).toString('base64url');
      return `${body}.${mac(purpose, body).subarray(0, 16).toString('base64url')}`;
    },
    read(purpose, token) {
      const [body, signature, rest] = token.split('.');
      if (!body || !signature || rest !== undefined) return undefined;
      const given = Buffer.from(signature, 'base64url');
      const wanted = mac(purpose, body).subarray(0, 16);
      if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return undefined;
      return parseJson(Buffer.from(body, 'base64url').toString());
    },
    keyedHash: (purpose, value) => mac(purpose, value).subarray(0, 16).toString('base64url'),
  };
}

function parseJson<T>(text: string): T | undefined {
  try {
    return JSON.parse(text) as T;
  } catch {
    return undefined;
  }
}

/** An unguessable secret to hand out once; only its hash is stored. */
export function makeSecretToken(): { token: string; hash: string } {
  const token = randomBytes(24).toString('base64url');
  return { token, hash: sha256(token) };
}

export function sha256(text: string | Buffer): string {
  return createHash('sha256').update(text).digest('hex');
}

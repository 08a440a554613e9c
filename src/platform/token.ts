import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hash,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/** Signs and reads short opaque tokens: `base64url(json).base64url(hmac)`, bound to a purpose. */
export type Tokens = {
  sign(purpose: string, payload: object): string;
  /** The same for a payload that is JSON already. */
  signText(purpose: string, payload: string): string;
  /** The payload, or undefined when the token was not signed here for this purpose. */
  read<T>(purpose: string, token: string): T | undefined;
  /** A keyed hash, for identifiers that must not be kept (visitors, networks). */
  keyedHash(purpose: string, value: string): string;
  /**
   * A keyed hash for what many visitors a second leave: one SHA-256 of a secret and the text, a third of what an HMAC
   * costs. Half of it is thrown away, so that nobody can lengthen the text behind it.
   */
  quickHash(purpose: string, value: string): string;
  /** Encrypts what must be read again but may not lie open in the database (AES-256-GCM, its key bound to the purpose). */
  seal(purpose: string, text: string): string;
  /** The text, or undefined when it was not sealed here for this purpose: the installation's secret was changed. */
  unseal(purpose: string, sealed: string): string | undefined;
};

const SEAL = { cipher: 'aes-256-gcm', ivBytes: 12, tagBytes: 16 } as const;

export function makeTokens(secret: string): Tokens {
  const mac = (purpose: string, text: string) => createHmac('sha256', secret).update(`${purpose}\n${text}`).digest();
  const quickMac = makeQuickMac(secret);
  const quickKey = mac('quick hash', '').toString('hex');
  const signText = (purpose: string, payload: string) => {
    const body = base64url(payload, 'utf8');
    return `${body}.${base64url(quickMac(`${purpose}\n${body}`).slice(0, 16), 'latin1')}`;
  };
  return {
    sign: (purpose, payload) => signText(purpose, JSON.stringify(payload)),
    signText,
    read(purpose, token) {
      const [body, signature, rest] = token.split('.');
      if (!body || !signature || rest !== undefined) return undefined;
      const given = Buffer.from(signature, 'base64url');
      const wanted = mac(purpose, body).subarray(0, 16);
      if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return undefined;
      return parseJson(Buffer.from(body, 'base64url').toString());
    },
    keyedHash: (purpose, value) => mac(purpose, value).subarray(0, 16).toString('base64url'),
    quickHash: (purpose, value) => hash('sha256', `${quickKey}${purpose}\n${value}`, 'base64url').slice(0, 22),
    seal: (purpose, text) => seal(mac('seal', purpose), text),
    unseal: (purpose, sealed) => unseal(mac('seal', purpose), sealed),
  };
}

const BLOCK = 64;
const QUICK_BYTES = 4096;

/**
 * HMAC-SHA256 of an ASCII text, one letter a byte: RFC 2104 by two hashes of one call each, at less than half of what an
 * object of `createHmac` costs.
 */
function makeQuickMac(secret: string): (text: string) => string {
  const given = Buffer.from(secret);
  const key = Buffer.alloc(BLOCK);
  (given.length > BLOCK ? createHash('sha256').update(given).digest() : given).copy(key);
  const inner = Buffer.alloc(BLOCK + QUICK_BYTES);
  const outer = Buffer.alloc(BLOCK + 32);
  inner.set(key.map((byte) => byte ^ 0x36));
  outer.set(key.map((byte) => byte ^ 0x5c));
  return (text) => {
    if (text.length > QUICK_BYTES) return createHmac('sha256', secret).update(text).digest('latin1');
    const end = BLOCK + inner.write(text, BLOCK, 'latin1');
    outer.write(hash('sha256', inner.subarray(0, end), 'latin1'), BLOCK, 'latin1');
    return hash('sha256', outer, 'latin1');
  };
}

const scratch = Buffer.alloc(QUICK_BYTES);

/** Through bytes that are used again and again: a buffer for each text would cost as much as the hash of it. */
function base64url(text: string, encoding: 'utf8' | 'latin1'): string {
  if (text.length * 3 > scratch.length) return Buffer.from(text, encoding).toString('base64url');
  return scratch.toString('base64url', 0, scratch.write(text, encoding));
}

function seal(key: Buffer, text: string): string {
  const iv = randomBytes(SEAL.ivBytes);
  const cipher = createCipheriv(SEAL.cipher, key, iv);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
}

function unseal(key: Buffer, sealed: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  const textAt = SEAL.ivBytes + SEAL.tagBytes;
  if (bytes.length < textAt) return undefined;
  const decipher = createDecipheriv(SEAL.cipher, key, bytes.subarray(0, SEAL.ivBytes));
  try {
    decipher.setAuthTag(bytes.subarray(SEAL.ivBytes, textAt));
    return decipher.update(bytes.subarray(textAt), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return undefined;
  }
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

import type { Arm } from '../model.ts';

const HASH_STEPS = 2 ** 32;

/** Which arm an account is dealt: by the first 32 bits of a keyed hash of it, so that nobody can choose. */
export function armOf(hash: string, holdBps: number): Arm {
  const drawn = Buffer.from(hash, 'base64url').readUInt32BE(0) / HASH_STEPS;
  return drawn < holdBps / 10_000 ? 'hold' : 'ask';
}

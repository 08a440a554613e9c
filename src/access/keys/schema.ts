import { z } from 'zod';
import { SCOPES } from '../../kernel/scopes.ts';
import { type ApiKey, KEY_SCOPES } from './model.ts';

const instant = z.iso.datetime();

export const keyView = z.object({
  id: z.string(),
  name: z.string(),
  prefix: z.string().describe('The first characters of the key, to recognise it by'),
  scopes: z.array(z.enum(SCOPES)),
  created_by: z.string().describe('Who made it (us_…)'),
  created_at: instant,
  expires_at: instant.nullable(),
  last_used_at: instant.nullable().describe('To the minute; null when it was never used'),
  revoked_at: instant.nullable(),
  public_key: z.string().nullable().describe('The key itself, of one made for pages; null for a secret one'),
});
export const keyList = z.object({ items: z.array(keyView) });
export const newKey = keyView.extend({ secret: z.string().describe('The key itself. It is shown this once.') });
export const keyBody = z.object({
  name: z.string().trim().min(1).max(100).describe('What the key is for'),
  scopes: z.array(z.enum(KEY_SCOPES)).min(1).max(KEY_SCOPES.length).describe('What the key may do'),
  is_public: z
    .boolean()
    .optional()
    .describe('For pages that anybody may read: it sends events and nothing else, and can be shown again'),
  expires_at: instant.nullish().describe('When the key ends by itself; never, when not given'),
});
export const keyParams = z.object({ id: z.string().max(40).describe('The key, ky_…') });

export function toKeyView(key: ApiKey): z.infer<typeof keyView> {
  return {
    ...key,
    created_at: key.created_at.toISOString(),
    expires_at: key.expires_at?.toISOString() ?? null,
    last_used_at: key.last_used_at?.toISOString() ?? null,
    revoked_at: key.revoked_at?.toISOString() ?? null,
  };
}

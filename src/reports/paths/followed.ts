import type { z } from 'zod';
import type { Ctx } from '../../platform/ctx.ts';
import type { FollowedPath, FollowedStep } from '../../success/paths/model.ts';
import type { followedSchema } from './schema.ts';
import { actionName } from './words.ts';

export type FollowedView = z.infer<typeof followedSchema>;

/** A followed path as it is shown: its steps have names. */
export function showFollowed({ steps, chosen_at, ...path }: FollowedPath): FollowedView {
  return {
    ...path,
    steps: steps.map((step) => ({ ...step, name: actionName(step.action) })),
    chosen_at: chosen_at.toISOString(),
  };
}

/** Every path that was ever followed, the newest first. */
export async function followedVersions(ctx: Ctx): Promise<FollowedView[]> {
  const rows = await ctx.db.selectFrom('followed_paths').selectAll().orderBy('version', 'desc').execute();
  return rows.map((row) => showFollowed({ ...row, steps: row.steps as FollowedStep[] }));
}

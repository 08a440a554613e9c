import type { ModelVersion } from '../success/health/model.ts';

/** A version as it is shown. */
export function showVersion(version: ModelVersion) {
  return {
    ...version,
    created_at: version.created_at.toISOString(),
    activated_at: version.activated_at?.toISOString() ?? null,
  };
}

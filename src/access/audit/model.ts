import type { PageQuery } from '../../kernel/page.ts';

export type AuditFilter = PageQuery & {
  subject_kind?: string;
  subject_id?: string;
  actor_id?: string;
  action?: string;
};

export type AuditRow = {
  id: string;
  at: Date;
  actor_kind: string;
  actor_id: string;
  actor_name: string;
  action: string;
  subject_kind: string;
  subject_id: string;
  /** What the subject is called today; null when it has no name. */
  subject_name: string | null;
  detail: unknown;
};

import { notFound } from '../../kernel/errors.ts';
import type { Page } from '../../kernel/page.ts';
import { type Ctx, requireScope } from '../../platform/ctx.ts';
import { hideLinks } from './rules.ts';
import type { MailDetail, MailQuery, MailSummary } from './schema.ts';
import { findMail, listMailRows, type MailRow, wasAnySent } from './store.ts';

/** What was written to people, newest first: where no mail server is configured this is where mails are read. */
export async function listMails(ctx: Ctx, query: MailQuery): Promise<Page<MailSummary> & { delivers: boolean }> {
  requireScope(ctx, 'settings:read');
  const { rows, total } = await listMailRows(ctx.db, query);
  const delivers = await wasAnySent(ctx.db);
  return { items: rows.map(summary), total, page: query.page, per_page: query.per_page, delivers };
}

/** One mail, without the links that its reader may not use. @throws not_found */
export async function getMail(ctx: Ctx, id: string): Promise<MailDetail> {
  requireScope(ctx, 'settings:read');
  const row = await findMail(ctx.db, id);
  if (!row) throw notFound('mail', id);
  const body_html = row.body_html === null ? null : hideLinks(row.body_html, ctx.scopes);
  return { ...summary(row), body_text: hideLinks(row.body_text, ctx.scopes), body_html };
}

function summary(row: Omit<MailRow, 'body_text' | 'body_html'>): MailSummary {
  return {
    id: row.id,
    to_address: row.to_address,
    to_name: row.to_name,
    subject: row.subject,
    kind: row.kind,
    subject_kind: row.subject_kind,
    subject_id: row.subject_id,
    state: row.state as MailSummary['state'],
    error: row.error,
    attempts: row.attempts,
    created_at: row.created_at.toISOString(),
    sent_at: row.sent_at?.toISOString() ?? null,
  };
}

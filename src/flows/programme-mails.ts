import type { Application } from '../partners/applications/model.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';
import { say } from '../platform/locale.ts';
import { queueMail } from '../platform/mail.ts';

const LONG_DATE = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' });

/** A date as mails and pages say it. */
export function longDate(at: Date): string {
  return LONG_DATE.format(at);
}

/** "Hello Ann," from a full name, or a greeting without one. */
export function greetingOf(name: string | null | undefined): string {
  const first = name?.trim().split(/\s+/)[0];
  return first ? say('mails:greeting', { name: first }) : say('mails:greeting_unknown');
}

type About = { programme: string; company: string };

/** Tells an applicant that somebody will look. */
export async function mailReceipt(ctx: Ctx, application: Application, about: About): Promise<void> {
  requireScope(ctx, 'partners:write');
  await mail(ctx, application, 'queued', about);
}

/** Tells an applicant no, why, and from when on they may try again. */
export async function mailRefusal(ctx: Ctx, application: Application, about: About): Promise<void> {
  requireScope(ctx, 'partners:write');
  const again = application.reapply_at
    ? say('applications:mails.again', { date: longDate(application.reapply_at) })
    : '';
  await mail(ctx, application, 'rejected', { ...about, reason: application.reason ?? '', again });
}

/** Tells a mailbox that is known why nothing came of its application; whoever typed it in saw nothing of it. */
export async function mailKnown(
  ctx: Ctx,
  to: { email: string; programmeId: string },
  door: About & { outcome: 'waiting' | 'known' | 'too_early'; reapply_at?: Date },
): Promise<void> {
  requireScope(ctx, 'partners:write');
  const params = { ...door, date: door.reapply_at ? longDate(door.reapply_at) : '', greeting: greetingOf(null) };
  const why = say(`applications:done.${door.outcome}_text`, params);
  await queueMail(ctx, {
    to: to.email,
    subject: say('applications:mails.queued_subject', params),
    text: say('applications:mails.known_text', { ...params, why }),
    kind: 'application',
    subject_kind: 'programme',
    subject_id: to.programmeId,
  });
}

async function mail(ctx: Ctx, application: Application, key: string, params: object): Promise<void> {
  const all = { greeting: greetingOf(application.name), ...params };
  await queueMail(ctx, {
    to: application.email,
    to_name: application.name,
    subject: say(`applications:mails.${key}_subject`, all),
    text: say(`applications:mails.${key}_text`, all).replace(/\n{3,}/g, '\n\n'),
    kind: 'application',
    subject_kind: 'application',
    subject_id: application.id,
  });
}

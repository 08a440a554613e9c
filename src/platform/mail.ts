import { createTransport } from 'nodemailer';
import { invalidField } from '../kernel/errors.ts';
import { type Ctx, inTransaction, newId } from './ctx.ts';
import { mailHtml } from './mail-html.ts';

/** The job that hands one kept mail to the mail server. */
export const SEND_MAIL = 'send-mail';

export type MailMessage = {
  to: string;
  to_name?: string | null;
  subject: string;
  text: string;
  /** Made from the text when not given. */
  html?: string;
  /** What kind of message this is (`invitation`, `sign-in`), and what it is about. */
  kind: string;
  subject_kind?: string;
  subject_id?: string;
};

export type OutgoingMail = {
  id: string;
  from: string;
  to: { address: string; name: string };
  subject: string;
  text: string;
  html: string;
};

/** Hands a mail on; undefined in place of a mailer means that mails are only kept and shown. */
export type Mailer = { from: string; deliver(mail: OutgoingMail): Promise<void> };

/**
 * Writes a mail and the job that sends it in the caller's transaction, and returns the mail's id.
 * @throws 422 when the address cannot be one; line breaks in subject and name become spaces, so no header can be added.
 */
export function queueMail(ctx: Ctx, message: MailMessage): Promise<string> {
  const address = readAddress(message.to);
  return inTransaction(ctx, async (inner) => {
    const id = newId(inner, 'mail');
    await inner.db
      .insertInto('mails')
      .values({
        id,
        to_address: address,
        to_name: message.to_name ? oneLine(message.to_name) : null,
        subject: oneLine(message.subject),
        body_text: message.text,
        body_html: message.html ?? mailHtml(message.text),
        kind: message.kind,
        subject_kind: message.subject_kind ?? null,
        subject_id: message.subject_id ?? null,
        created_at: inner.clock.now(),
      })
      .execute();
    await inner.jobs.enqueue(inner.db, SEND_MAIL, { mail_id: id });
    return id;
  });
}

/** A transport for the configured mail server. Every mail carries its own id, so a repeated delivery is recognised. */
export function smtpMailer(smtp: { url: string; from: string }): Mailer {
  const transport = createTransport(smtp.url);
  return {
    from: smtp.from,
    async deliver({ id, ...mail }) {
      const host = mail.from.split('@')[1]?.replace(/[^A-Za-z0-9.-]/g, '') || 'localhost';
      await transport.sendMail({
        ...mail,
        messageId: `<${id}@${host}>`,
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    },
  };
}

/**
 * Sends one waiting mail. Without a mail server, or to an address that cannot exist (RFC 2606), it is kept for the
 * Mail page instead. A failure is recorded and thrown on, so that the queue tries again.
 */
export async function sendQueuedMail(ctx: Ctx, mailer: Mailer | undefined, mailId: string): Promise<void> {
  const mail = await ctx.db.selectFrom('mails').selectAll().where('id', '=', mailId).executeTakeFirst();
  if (!mail || mail.state === 'sent' || mail.state === 'kept') return;
  if (!mailer || isReserved(mail.to_address)) return settle(ctx, mailId, { state: 'kept', error: null });
  const company = await ctx.db.selectFrom('company_settings').select('mail_from').executeTakeFirst();
  try {
    await mailer.deliver({
      id: mail.id,
      from: company?.mail_from ?? mailer.from,
      to: { address: mail.to_address, name: mail.to_name ?? '' },
      subject: mail.subject,
      text: mail.body_text,
      html: mail.body_html ?? mailHtml(mail.body_text),
    });
  } catch (error) {
    await settle(ctx, mailId, { state: 'failed', error: error instanceof Error ? error.message : String(error) });
    throw error;
  }
  await settle(ctx, mailId, { state: 'sent', error: null });
}

async function settle(ctx: Ctx, id: string, change: { state: 'sent' | 'kept' | 'failed'; error: string | null }) {
  await ctx.db
    .updateTable('mails')
    .set((eb) => ({
      ...change,
      attempts: eb('attempts', '+', 1),
      sent_at: change.state === 'sent' ? ctx.clock.now() : null,
    }))
    .where('id', '=', id)
    .execute();
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

/** One plain address and nothing else: no display name, list, comment or line break can ride along. */
function readAddress(text: string): string {
  const address = text.trim();
  if (address.length <= 254 && /^[^\s@<>(),;:"\\[\]\p{Cc}]{1,64}@[^\s@<>(),;:"\\[\]\p{Cc}]+$/u.test(address))
    return address;
  throw invalidField('email', 'This is not one e-mail address.', 'Write it like name@company.com.');
}

const RESERVED = /(^|\.)(example|test|invalid|example\.(com|net|org))$/i;

function isReserved(address: string): boolean {
  return RESERVED.test(address.split('@')[1] ?? '');
}

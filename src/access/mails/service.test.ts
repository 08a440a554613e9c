import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { testCtx } from '../../../test/harness/ctx.ts';
import { openTestDatabase } from '../../../test/harness/db.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Database } from '../../platform/database.ts';
import { queueMail, SEND_MAIL, sendQueuedMail, smtpMailer } from '../../platform/mail.ts';
import { getMail, listMails } from './service.ts';

const FIRST_PAGE = { page: 1, per_page: 50 };
const HELLO = { to: 'ada@customer.net', to_name: 'Ada', subject: 'Hello', text: 'Hi\n\nhttps://a.io/x', kind: 'test' };

type Peer = { url: string; received: Email[]; refuse(answer: string | undefined): void; close(): void };

async function startPeer(): Promise<Peer> {
  const received: Email[] = [];
  let refusal: string | undefined;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        if (refusal) return callback(Object.assign(new Error(refusal), { responseCode: 451 }));
        received.push(await PostalMime.parse(Buffer.concat(chunks)));
        callback();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    refuse: (answer) => {
      refusal = answer;
    },
    close: () => server.close(() => {}),
  };
}

describe('mail', () => {
  let database: Database;
  let ctx: ReturnType<typeof testCtx>;
  let peer: Peer;
  beforeAll(async () => {
    database = await openTestDatabase();
    peer = await startPeer();
  });
  afterEach(() => database.db.deleteFrom('mails').execute());
  afterAll(async () => {
    peer.close();
    await database.close();
  });
  const mailer = () => smtpMailer({ url: peer.url, from: 'goodword@company.io' });
  const fresh = () => {
    ctx = testCtx(database);
    peer.received.length = 0;
    peer.refuse(undefined);
    return ctx as Ctx;
  };

  it('is queued with the job that sends it', async () => {
    const id = await queueMail(fresh(), HELLO);
    expect(ctx.jobs.sent).toEqual([{ name: SEND_MAIL, payload: { mail_id: id } }]);
    expect((await listMails(ctx, FIRST_PAGE)).items).toMatchObject([{ id, state: 'queued', to_address: HELLO.to }]);
  });

  it('is gone with the transaction that failed', async () => {
    fresh();
    const failing = ctx.db.transaction().execute(async (db) => {
      await queueMail({ ...ctx, db }, HELLO);
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect((await listMails(ctx, FIRST_PAGE)).total).toBe(0);
  });

  it('reaches a real mail server as text and as HTML', async () => {
    const id = await queueMail(fresh(), HELLO);
    await sendQueuedMail(ctx, mailer(), id);
    expect(peer.received).toHaveLength(1);
    expect(peer.received[0]).toMatchObject({ subject: 'Hello', to: [{ address: HELLO.to, name: 'Ada' }] });
    expect(peer.received[0]?.text).toContain('https://a.io/x');
    expect(peer.received[0]?.html).toContain('href="https://a.io/x"');
    expect(peer.received[0]?.messageId).toBe(`<${id}@company.io>`);
    expect(await getMail(ctx, id)).toMatchObject({ state: 'sent', sent_at: '2026-03-01T00:00:00.000Z' });
  });

  it('is sent once, however often the job runs', async () => {
    const id = await queueMail(fresh(), HELLO);
    for (let run = 0; run < 3; run++) await sendQueuedMail(ctx, mailer(), id);
    expect(peer.received).toHaveLength(1);
  });

  it('is kept and shown when no mail server is configured', async () => {
    const id = await queueMail(fresh(), HELLO);
    await sendQueuedMail(ctx, undefined, id);
    expect(await getMail(ctx, id)).toMatchObject({ state: 'kept', error: null, body_text: HELLO.text });
    expect((await listMails(ctx, FIRST_PAGE)).delivers).toBe(false);
  });

  it('never leaves for an address that cannot exist', async () => {
    const id = await queueMail(fresh(), { ...HELLO, to: 'ada@customer.example' });
    await sendQueuedMail(ctx, mailer(), id);
    expect(peer.received).toEqual([]);
    expect(await getMail(ctx, id)).toMatchObject({ state: 'kept' });
  });

  it('keeps the reason of a failure and goes out at the next try', async () => {
    const id = await queueMail(fresh(), HELLO);
    peer.refuse('mailbox busy');
    await expect(sendQueuedMail(ctx, mailer(), id)).rejects.toThrow('mailbox busy');
    expect(await getMail(ctx, id)).toMatchObject({ state: 'failed', attempts: 1 });
    expect((await getMail(ctx, id)).error).toContain('mailbox busy');
    peer.refuse(undefined);
    await sendQueuedMail(ctx, mailer(), id);
    expect(await getMail(ctx, id)).toMatchObject({ state: 'sent', attempts: 2, error: null });
  });

  it.each(['\r\n', '\n', '\r', '\u2028', '\0'])(
    'lets no header in through %j in the subject or the name',
    async (breaker) => {
      const trick = `Hi${breaker === '\0' ? '\x01' : breaker}Bcc: thief@evil.net`;
      const id = await queueMail(fresh(), { ...HELLO, subject: trick, to_name: trick });
      await sendQueuedMail(ctx, mailer(), id);
      expect(peer.received[0]?.bcc).toBeUndefined();
      expect(peer.received[0]?.subject).toBe('Hi Bcc: thief@evil.net');
      expect(peer.received[0]?.to).toEqual([{ address: HELLO.to, name: 'Hi Bcc: thief@evil.net' }]);
    },
  );

  it.each(['two@a.io, more@b.io', 'Ada <ada@a.io>', 'ada@a.io\r\nBcc: b@c.io', 'ada', 'ada@', '@a.io', ''])(
    'refuses %j as an address',
    async (to) => {
      await expect(Promise.try(() => queueMail(fresh(), { ...HELLO, to }))).rejects.toMatchObject({
        code: 'unprocessable',
        detail: { field: 'email' },
      });
    },
  );

  it('is found by a part of its address or subject, with wildcards taken literally', async () => {
    await queueMail(fresh(), HELLO);
    await queueMail(ctx, { ...HELLO, subject: '100% sure', to: 'bob@other.net' });
    const subjects = async (q: string) =>
      (await listMails(ctx, { ...FIRST_PAGE, q })).items.map((mail) => mail.subject);
    expect(await subjects('other.net')).toEqual(['100% sure']);
    expect(await subjects('0% s')).toEqual(['100% sure']);
    expect(await subjects('_')).toEqual([]);
  });

  it('is for those who may read settings', async () => {
    const portal = testCtx(database, { scopes: ['portal:read'] });
    await expect(listMails(portal, FIRST_PAGE)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

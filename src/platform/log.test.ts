import { describe, expect, it } from 'vitest';
import { makeLog } from './log.ts';

function logged(write: (log: ReturnType<typeof makeLog>) => void): string {
  const lines: string[] = [];
  write(makeLog('debug', { write: (line) => void lines.push(line) }));
  return lines.join('');
}

describe('the log', () => {
  it('says what failed and where, but not whose address or which query the failure quotes', () => {
    const database = Object.assign(new Error('duplicate key value violates unique constraint "people_email"'), {
      code: '23505',
      constraint: 'people_email',
      detail: 'Key (email)=(ada@example.com) already exists.',
      where: 'COPY people, line 1: "ada"',
    });
    const error = new Error('GET https://x.example/i?token=abc.def for ada.l+x@mail.example.com', { cause: database });
    const line = logged((log) => log.error({ err: error }, 'it failed'));
    expect(line).not.toMatch(/ada|abc\.def|already exists/);
    expect(JSON.parse(line)).toMatchObject({
      msg: 'it failed',
      err: {
        message: 'GET https://x.example/i?<query> for <email>',
        cause: { code: '23505', constraint: 'people_email' },
      },
    });
    expect(line).toContain('log.test.ts');
  });

  it('leaves out headers, addresses and e-mail addresses handed to it, and takes what is no error', () => {
    const request = { req: { headers: { cookie: 'secret' } }, ip: '10.1.2.3', who: { email: 'ada@example.com' } };
    expect(logged((log) => log.warn(request))).not.toMatch(/secret|10\.1|ada/);
    expect(logged((log) => log.warn({ err: 'ada@example.com said no' }))).toContain('<email> said no');
  });
});

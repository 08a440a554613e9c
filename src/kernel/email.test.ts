import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emailDomain, isDisposableMail, isFreeMail, normaliseEmail } from './email.ts';

describe('one mailbox, one key', () => {
  it.each([
    ['AnnLee+x@Gmail.com', 'annlee@gmail.com'],
    ['ann.lee@gmail.com', 'annlee@gmail.com'],
    ['ann.lee@googlemail.com', 'annlee@gmail.com'],
    [' Ann.Lee@Acme.example ', 'ann.lee@acme.example'],
    ['bob+invoices@acme.example', 'bob@acme.example'],
    ['+1555@acme.example', '+1555@acme.example'],
    ['not an address', 'not an address'],
  ])('%s is %s', (given, key) => expect(normaliseEmail(given)).toBe(key));

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (email) => {
        const once = normaliseEmail(email);
        expect(normaliseEmail(once)).toBe(once);
      }),
    );
  });

  it('knows mailbox hosts that hide the company, and throw-away ones', () => {
    expect(emailDomain('Bob@Acme.Example')).toBe('acme.example');
    expect([isFreeMail('gmail.com'), isFreeMail('yahoo.co.uk'), isFreeMail('acme.example')]).toEqual([
      true,
      true,
      false,
    ]);
    expect([isDisposableMail('mailinator.com'), isDisposableMail('acme.example')]).toEqual([true, false]);
  });
});

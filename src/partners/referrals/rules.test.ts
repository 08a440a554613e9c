import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OPEN_STAGES, STAGES } from './model.ts';
import { nextStages, type ProspectFacts, refuseProspect, stagesPassed } from './rules.ts';

const facts = (change: Partial<ProspectFacts>): ProspectFacts => ({
  email_normalised: 'ann@prospect.example',
  company_domain: 'prospect.example',
  partner: { email_normalised: 'zoe@agency.example', company_domain: 'agency.example', account_domain: null },
  pays_already: false,
  referred_already: false,
  ...change,
});

describe('a prospect that is referred', () => {
  it.each([
    ['nobody knew', {}, null],
    ['pays already', { pays_already: true }, 'existing_customer'],
    ['was referred before', { referred_already: true }, 'already_referred'],
    ['is the partner itself', { email_normalised: 'zoe@agency.example', company_domain: null }, 'self_referral'],
    [
      'works with the partner',
      { email_normalised: 'bob@agency.example', company_domain: 'agency.example' },
      'self_referral',
    ],
  ] as const)('%s', (_who, change, reason) => expect(refuseProspect(facts(change))).toBe(reason));

  it('is the own company when the partner speaks for an account of that domain', () => {
    const partner = { ...facts({}).partner, account_domain: 'prospect.example' };
    expect(refuseProspect(facts({ partner, pays_already: true }))).toBe('self_referral');
  });

  it('may share a free-mail host with the partner', () => {
    const partner = { email_normalised: 'zoe@gmail.com', company_domain: null, account_domain: null };
    expect(refuseProspect(facts({ email_normalised: 'ann@gmail.com', company_domain: null, partner }))).toBeNull();
  });
});

describe('the way of a referral', () => {
  const from = (stage: (typeof STAGES)[number]) => ({ stage, company_name: 'Prospect Ltd' });

  it('passes every stage it skips, so that what one of them pays is paid', () => {
    expect(stagesPassed(from('accepted'), { stage: 'won' })).toEqual(['qualified', 'meeting', 'won']);
    expect(stagesPassed(from('submitted'), { stage: 'accepted' })).toEqual(['accepted']);
  });

  it('is lost only with a reason the partner can read', () => {
    expect(() => stagesPassed(from('meeting'), { stage: 'lost' })).toThrow('reason');
    expect(() => stagesPassed(from('meeting'), { stage: 'lost', reason: 'existing_customer' })).toThrow('reason');
    expect(stagesPassed(from('meeting'), { stage: 'lost', reason: 'no_budget' })).toEqual(['lost']);
  });

  it('offers just the moves it then allows', () => {
    fc.assert(
      fc.property(fc.constantFrom(...STAGES), fc.constantFrom(...STAGES), (stage, to) => {
        const move = () => stagesPassed(from(stage), { stage: to, reason: 'other' });
        if (nextStages(stage).includes(to)) expect(move().at(-1)).toBe(to);
        else expect(move).toThrow();
      }),
    );
  });

  it('never passes a stage twice on its way to won', () => {
    fc.assert(
      fc.property(fc.subarray([...OPEN_STAGES.slice(1, -1)]), (stops) => {
        let stage: (typeof STAGES)[number] = 'submitted';
        const passed = [...stops, 'won' as const].flatMap((to) => {
          const stages = stagesPassed(from(stage), { stage: to });
          stage = to;
          return stages;
        });
        expect(passed).toEqual(OPEN_STAGES.slice(1));
      }),
    );
  });
});

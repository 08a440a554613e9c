export const PARTNER_KINDS = ['customer', 'affiliate', 'creator', 'agency', 'adviser', 'reader'] as const;
export type PartnerKind = (typeof PARTNER_KINDS)[number];

export const PARTNER_STATES = ['invited', 'approved', 'suspended', 'closed'] as const;
export type PartnerState = (typeof PARTNER_STATES)[number];

export type Partner = {
  id: string;
  kind: PartnerKind;
  name: string;
  email: string;
  email_normalised: string;
  /** The customer company the partner belongs to, when it is one. */
  account_id: string | null;
  person_id: string | null;
  state: PartnerState;
  approved_at: Date | null;
  country: string | null;
  /** What kind of business it is, in the company's own words. */
  categories: string[];
  created_at: Date;
  updated_at: Date;
};

export type StateChange = {
  partner_id: string;
  state: PartnerState;
  at: Date;
  actor_id: string;
  reason: string | null;
};

/** What the partner was at an instant; undefined before it existed. */
export function stateAt(history: readonly Pick<StateChange, 'state' | 'at'>[], at: Date): PartnerState | undefined {
  let found: Pick<StateChange, 'state' | 'at'> | undefined;
  for (const change of history) if (change.at <= at && (!found || change.at >= found.at)) found = change;
  return found?.state;
}

/** A partner as the API answers it. */
export function toPartnerView(partner: Partner) {
  return {
    id: partner.id,
    kind: partner.kind,
    name: partner.name,
    email: partner.email,
    account_id: partner.account_id,
    person_id: partner.person_id,
    state: partner.state,
    approved_at: partner.approved_at?.toISOString() ?? null,
    country: partner.country,
    categories: partner.categories,
    created_at: partner.created_at.toISOString(),
  };
}

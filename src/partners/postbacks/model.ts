import type { Minor } from '../../kernel/money.ts';

/** What a network may tell us, each in a parameter of a name it chooses. */
export const PARAMETERS = ['click_id', 'event_id', 'status', 'amount', 'currency', 'account_id', 'email'] as const;
export type Parameter = (typeof PARAMETERS)[number];

export const MEANINGS = ['sale', 'lead', 'reversed'] as const;
export type Meaning = (typeof MEANINGS)[number];

export const DEFAULT_PARAMETERS = Object.fromEntries(PARAMETERS.map((name) => [name, name])) as Record<
  Parameter,
  string
>;
export const DEFAULT_STATUSES: Record<Meaning, string[]> = {
  sale: ['approved', 'confirmed', 'sale', 'paid', '1'],
  lead: ['lead', 'registration', 'signup', 'pending', '0'],
  reversed: ['rejected', 'declined', 'reversed', 'refunded', 'chargeback', 'cancelled', '-1'],
};

/** A door for a network or tracker. Its key is part of its address and shown once. */
export type Door = {
  id: string;
  name: string;
  programme_id: string;
  key_prefix: string;
  parameters: Record<Parameter, string>;
  statuses: Record<Meaning, string[]>;
  /** Where the network sends none. */
  currency: string | null;
  created_at: Date;
  ended_at: Date | null;
};

/** What came through a door, in our words. `click` is a click token or a partner's code. */
export type Postback = {
  meaning: Meaning;
  click: string;
  event_id: string | undefined;
  account_id: string | undefined;
  email: string | undefined;
  amount_minor: Minor | undefined;
  currency: string | undefined;
};

/** The states of a commission that can be told. */
export const TOLD_STATES = ['pending', 'held', 'available', 'paid', 'reversed', 'refused'] as const;
export type ToldState = (typeof TOLD_STATES)[number];

/** What can stand in a template's address as `{name}`. */
export const MACROS = [
  'click_id',
  'sub1',
  'sub2',
  'sub3',
  'sub4',
  'sub5',
  'payout',
  'currency',
  'state',
  'commission_id',
  'partner_id',
  'invoice_id',
] as const;
export type Macro = (typeof MACROS)[number];

/** Where and when a network is told about commissions. */
export type Template = {
  id: string;
  name: string;
  programme_id: string;
  /** null: every partner of the programme. */
  partner_id: string | null;
  method: 'GET' | 'POST';
  url: string;
  states: ToldState[];
  created_at: Date;
  ended_at: Date | null;
};

export const POSTBACK_STATES = ['queued', 'sent', 'failed', 'accepted', 'refused'] as const;
export type PostbackState = (typeof POSTBACK_STATES)[number];

/** One line of the log, of either direction. */
export type LogEntry = {
  id: string;
  direction: 'in' | 'out';
  door_id: string | null;
  template_id: string | null;
  commission_id: string | null;
  event_state: string | null;
  url: string | null;
  parameters: Record<string, string>;
  state: PostbackState;
  reason: string;
  reason_params: Record<string, string | number>;
  conversion_id: string | null;
  status_code: number | null;
  answer: string | null;
  attempts: number;
  next_attempt_at: Date | null;
  at: Date;
  finished_at: Date | null;
};

/** A commission in a state that a template tells of and has not told yet. */
export type Due = {
  template_id: string;
  commission_id: string;
  event_state: ToldState;
  url: string;
  values: Record<Macro, string>;
};

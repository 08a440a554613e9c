import { BAD_PARTNER } from './truths.ts';

/** A partner of the simulated programme: who they are, how well those they bring fit, and whether they play fair. */
export type CastMember = {
  kind: 'customer' | 'agency' | 'creator' | 'affiliate';
  /** null: the champion of an early, healthy customer. */
  name: string | null;
  email: string | null;
  fit: number;
  /** How many of those they bring sign for a year. */
  annual: number;
  /** How easily they leave; 1: as other customers who use it as much. */
  leaves: number;
  brings: number;
  iban: string | null;
  is_fraud: boolean;
};

const FAIR = { is_fraud: false, annual: 0.6, leaves: 1 } as const;
const CUSTOMER = { ...FAIR, kind: 'customer', name: null, email: null, fit: 0.85 } as const;

/** Example accounts of banks' own documentation; nobody can be paid there. */
export const CAST: CastMember[] = [
  { ...CUSTOMER, brings: 3, iban: 'DE89370400440532013000' },
  { ...CUSTOMER, brings: 2, iban: 'AT611904300234573201' },
  { ...CUSTOMER, brings: 1, iban: 'NL91ABNA0417164300' },
  { ...CUSTOMER, brings: 1, iban: null },
  {
    ...FAIR,
    kind: 'agency',
    name: 'Pinemarch Advisory',
    email: 'desk@pinemarch-advisory.example',
    fit: 0.75,
    annual: 0.8,
    brings: 13,
    iban: 'FR1420041010050500013M02606',
  },
  {
    ...FAIR,
    kind: 'creator',
    name: 'The Dispatch Letter',
    email: 'hello@dispatch-letter.example',
    fit: 0.66,
    annual: 0.8,
    brings: 13,
    iban: 'IE29AIBK93115212345678',
  },
  {
    ...FAIR,
    kind: 'affiliate',
    name: BAD_PARTNER,
    email: 'team@compare-field-tools.example',
    fit: -0.1,
    annual: 0,
    leaves: 4,
    brings: 22,
    iban: 'BE68539007547034',
  },
  {
    kind: 'affiliate',
    name: 'Quick Leads Media',
    email: 'office@quick-leads.example',
    fit: -0.1,
    annual: 0.6,
    leaves: 1,
    brings: 4,
    iban: 'ES9121000418450200051332',
    is_fraud: true,
  },
];

/** The company's own account, from which the files of payouts pay. */
export const COMPANY_IBAN = 'DE75512108001245126199';

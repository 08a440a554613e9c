import type { IsoDate } from '../../kernel/time.ts';

/** The papers a tax office accepts; `none`: nothing on file. */
export const TAX_FORMS = ['none', 'w9', 'w8ben', 'w8bene', 'residence', 'vat', 'other'] as const;
export type TaxForm = (typeof TAX_FORMS)[number];

export type TaxProfile = {
  form: TaxForm;
  formReceivedOn: IsoDate | null;
  /** Of every payout, in hundredths of a per cent. */
  rateBps: number;
  note: string | null;
  updatedBy: string;
  updatedAt: Date;
};

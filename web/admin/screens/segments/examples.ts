import type { Rule } from '../../../../src/success/segments/model.ts';

/** Segments to begin with; their words stand in the texts. */
export const EXAMPLES: { key: 'growing' | 'fading' | 'promoters'; rule: Rule }[] = [
  {
    key: 'growing',
    rule: {
      all: [
        { field: 'state', op: 'is', value: 'paying' },
        { field: 'usage_change_28d', op: 'gt', value: 0 },
        { field: 'health_band', op: 'is', value: 'green' },
      ],
    },
  },
  {
    key: 'fading',
    rule: {
      all: [
        { field: 'state', op: 'is', value: 'paying' },
        { field: 'usage_change_28d', op: 'lt', value: -0.25 },
        {
          any: [
            { field: 'open_tickets', op: 'gte', value: 1 },
            { field: 'contract_ends_on', op: 'within_next', value: 90 },
          ],
        },
      ],
    },
  },
  {
    key: 'promoters',
    rule: {
      all: [
        { field: 'nps', op: 'gte', value: 9 },
        { field: 'last_answer_on', op: 'within_last', value: 180 },
        { field: 'tenure_months', op: 'gte', value: 6 },
      ],
    },
  },
];

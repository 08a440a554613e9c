import { expect, it } from 'vitest';
import { DEFAULT_DEFINITION } from '../../../../src/success/health/model.ts';
import { checkDefinition } from '../../../../src/success/health/rules/score.ts';
import { changePart, shareOf, toDefinition, toDraft, turned } from './model-draft.ts';

it('gives back the model it was opened with', () => {
  expect(toDefinition(toDraft(DEFAULT_DEFINITION))).toEqual(DEFAULT_DEFINITION);
});

it('leaves a part out when it is switched off, keeps what it held, and takes it from the variants', () => {
  const variant = {
    name: 'New',
    applies_to: { kind: 'tenure' as const, from_months: 0, below_months: 6 },
    weights: { tenure: 0, adoption: 5 },
    bands: null,
  };
  const draft = changePart(toDraft({ ...DEFAULT_DEFINITION, variants: [variant] }), 'adoption', { on: false });
  const definition = toDefinition(draft);
  expect(definition.components.map(({ key }) => key)).not.toContain('adoption');
  expect(definition.variants?.[0]?.weights).toEqual({ tenure: 0 });
  expect(toDefinition(changePart(draft, 'adoption', { on: true })).components).toEqual(DEFAULT_DEFINITION.components);
});

it('turns a part around so that its points agree with its direction', () => {
  const draft = toDraft(DEFAULT_DEFINITION);
  const [adoption] = draft.parts;
  if (!adoption) throw new Error('no part');
  const turnedDraft = changePart(draft, 'adoption', turned(adoption));
  expect(() => checkDefinition(toDefinition(turnedDraft))).not.toThrow();
  expect(turnedDraft.parts[0]?.points).toEqual([
    [0, 100],
    [0.5, 60],
    [1, 0],
  ]);
});

it('says what share of the score a part makes', () => {
  const draft = toDraft(DEFAULT_DEFINITION);
  const shares = draft.parts.map((part) => shareOf(draft, part));
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
});

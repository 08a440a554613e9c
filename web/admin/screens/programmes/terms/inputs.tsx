import { NumberInput, Select, TextInput } from '@mantine/core';
import type { Form } from '../../../../ui/form-type.ts';
import { MoneyInput } from '../../../../ui/money-input.tsx';
import type { TermsValues } from '../terms-values.ts';

export type TermsForm = Form<TermsValues>;

/** Which value of the form an input holds, by its path: `tiers.steps.0.rate`. */
export type At = { form: TermsForm; at: string; label: string; description?: string; required?: boolean };

/** A whole number; an empty field is null. */
export function Whole({ form, at, min = 0, ...input }: At & { min?: number; max?: number }) {
  const { value, error } = form.getInputProps(at);
  return (
    <NumberInput
      {...input}
      min={min}
      allowDecimal={false}
      value={value ?? ''}
      error={error}
      onChange={(typed) => form.setFieldValue(at, typed === '' ? null : Number(typed))}
    />
  );
}

/** An amount of the programme's currency; an empty field is null. */
export function Amount({ form, at, ...input }: At & { currency: string }) {
  const { value, error } = form.getInputProps(at);
  return <MoneyInput {...input} minor={value} error={error} onMinor={(minor) => form.setFieldValue(at, minor)} />;
}

export function Rate({ form, at, ...input }: At) {
  return <TextInput {...input} inputMode="decimal" {...form.getInputProps(at)} />;
}

export function Line({ form, at, ...input }: At) {
  return <TextInput {...input} maxLength={200} {...form.getInputProps(at)} />;
}

/** One of several, each called what `nameOf` says. */
export function Choice<V extends string>(props: At & { values: readonly V[]; nameOf: (value: V) => string }) {
  const { form, at, values, nameOf, ...input } = props;
  const data = values.map((value) => ({ value, label: nameOf(value) }));
  return <Select {...input} data={data} allowDeselect={false} {...form.getInputProps(at)} />;
}

import { ActionIcon, Button, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Form } from '../../../ui/form-type.ts';
import classes from './playbooks.module.css';
import { useMembers } from './use-members.ts';

export type DraftStep = { title: string; after_days: number; assignee: string; hint: string };
export type Draft = { name: string; when_to_use: string; answers: string[]; steps: DraftStep[] };
export const NEW_STEP: DraftStep = { title: '', after_days: 0, assignee: 'owner', hint: '' };

/** The steps in order: what, when, who, and what helps. */
export function Steps({ form, readOnly }: { form: Form<Draft>; readOnly: boolean }) {
  const { t } = useTranslation('screens-playbooks');
  const { steps } = form.values;
  const last = steps.at(-1)?.after_days ?? 0;
  return (
    <>
      {steps.map((_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the form knows a step by its place
        <Step key={at} at={at} form={form} readOnly={readOnly} />
      ))}
      {!readOnly && steps.length < 20 && (
        <Button
          variant="default"
          mt="md"
          leftSection={<IconPlus size={16} />}
          onClick={() => form.insertListItem('steps', { ...NEW_STEP, after_days: last })}
        >
          {t('edit.add')}
        </Button>
      )}
    </>
  );
}

type StepProps = { at: number; form: Form<Draft>; readOnly: boolean };

function Step({ at, form, readOnly }: StepProps) {
  const { t } = useTranslation('screens-playbooks');
  const people = [{ value: 'owner', label: t('edit.owner') }, ...useMembers()];
  const assignee = form.values.steps[at]?.assignee ?? 'owner';
  const known = people.some(({ value }) => value === assignee);
  return (
    <fieldset className={classes.step} style={{ border: 0, margin: 0, paddingInline: 0 }}>
      <div className={classes.stepHead}>
        <strong>{t('edit.step', { number: at + 1 })}</strong>
        {!readOnly && <Moves at={at} form={form} />}
      </div>
      <div className={classes.stepRow}>
        <TextInput
          label={t('edit.stepTitle')}
          required
          maxLength={120}
          readOnly={readOnly}
          {...form.getInputProps(`steps.${at}.title`)}
        />
        <NumberInput
          label={t('edit.after')}
          min={0}
          max={365}
          allowDecimal={false}
          required
          readOnly={readOnly}
          {...form.getInputProps(`steps.${at}.after_days`)}
        />
        <Select
          label={t('edit.who')}
          data={known ? people : [...people, { value: assignee, label: assignee }]}
          allowDeselect={false}
          readOnly={readOnly}
          {...form.getInputProps(`steps.${at}.assignee`)}
        />
      </div>
      <Textarea
        label={t('edit.hint')}
        description={t('edit.hintText')}
        autosize
        maxLength={5000}
        readOnly={readOnly}
        {...form.getInputProps(`steps.${at}.hint`)}
      />
    </fieldset>
  );
}

function Moves({ at, form }: Omit<StepProps, 'readOnly'>) {
  const { t } = useTranslation('screens-playbooks');
  const { length } = form.values.steps;
  const number = at + 1;
  const move = (to: number) => form.reorderListItem('steps', { from: at, to });
  return (
    <div className={classes.actions}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('edit.up', { number })}
        disabled={at === 0}
        onClick={() => move(at - 1)}
      >
        <IconArrowUp size={16} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('edit.down', { number })}
        disabled={number === length}
        onClick={() => move(at + 1)}
      >
        <IconArrowDown size={16} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('edit.remove', { number })}
        disabled={length === 1}
        onClick={() => form.removeListItem('steps', at)}
      >
        <IconTrash size={16} />
      </ActionIcon>
    </div>
  );
}

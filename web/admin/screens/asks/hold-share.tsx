import { NumberInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { useMay } from '../../../lib/session.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';

const BPS = 100;
const MOST = 50;

/** How many of those who become ready are kept back by chance; whoever was dealt already stays where they are. */
export function HoldShare({ bps }: { bps: number }) {
  const { t } = useTranslation('screens-ask-learning');
  const mayWrite = useMay('advocates:write');
  const queries = useQueryClient();
  const form = useForm<{ percent: number | string }>({ initialValues: { percent: bps / BPS } });
  if (!mayWrite) return null;
  return (
    <FormDialog
      label={t('holdShare.button')}
      title={t('holdShare.title')}
      submitLabel={t('holdShare.save')}
      variant="default"
      size="compact-sm"
      form={form}
      fieldOf={() => 'percent'}
      done={t('holdShare.done')}
      run={async ({ percent }) => {
        const hold_bps = Math.round(Number(percent) * BPS);
        await ask(api.PUT('/v1/asks/learning/hold-share', { body: { hold_bps } }));
        form.setInitialValues({ percent: hold_bps / BPS });
        await queries.invalidateQueries({ queryKey: ['asks', 'learning'] });
      }}
    >
      <p>{t('holdShare.why')}</p>
      <NumberInput
        label={t('holdShare.label')}
        description={t('holdShare.hint')}
        required
        min={0}
        max={MOST}
        step={1}
        decimalScale={2}
        suffix="%"
        {...form.getInputProps('percent')}
      />
      <p>{t('holdShare.effect')}</p>
    </FormDialog>
  );
}

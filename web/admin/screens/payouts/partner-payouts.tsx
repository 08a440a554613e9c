import { Anchor, Group, NumberInput, Select, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask, type Got } from '../../../lib/api.ts';
import { moneyText } from '../../../lib/format.ts';
import { useMay } from '../../../lib/session.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { DateOnly } from '../../../ui/relative-time.tsx';
import { Facts, Section } from '../../../ui/section.tsx';

type Props = { id: string };
type Profile = Got<'/v1/partners/{id}/tax-profile'>;
const FORMS = ['none', 'w9', 'w8ben', 'w8bene', 'residence', 'vat', 'other'] as const;

/** What a partner is paid next, its tax, and its statements. */
export function PartnerPayouts({ id }: Props) {
  return (
    <>
      <Outlook id={id} />
      <Tax id={id} />
      <Statements id={id} />
    </>
  );
}

function Outlook({ id }: Props) {
  const { t } = useTranslation('screens-money');
  const outlook = useQuery({
    queryKey: ['partners', id, 'outlook'],
    queryFn: () => ask(api.GET('/v1/partners/{id}/payout-outlook', { params: { path: { id } } })),
  });
  return (
    <Section title={t('outlook.title')}>
      <QueryView query={outlook}>
        {({ items }) =>
          items.length === 0 ? (
            <div>{t('outlook.none')}</div>
          ) : (
            <Stack gap="xs">
              {items.map(({ currency, coming, reason }) => (
                <div key={currency}>
                  {coming.map(({ promised_on, amount_minor }) => (
                    <div key={promised_on}>
                      {moneyText(amount_minor, currency)}{' '}
                      {promised_on ? <DateOnly on={promised_on} /> : t('outlook.noDay')}
                    </div>
                  ))}
                  {reason && <div>{reason}</div>}
                </div>
              ))}
            </Stack>
          )
        }
      </QueryView>
    </Section>
  );
}

function Tax({ id }: Props) {
  const { t } = useTranslation('screens-money');
  const mayWrite = useMay('payouts:write');
  const profile = useQuery({
    queryKey: ['partners', id, 'tax'],
    queryFn: () => ask(api.GET('/v1/partners/{id}/tax-profile', { params: { path: { id } } })),
  });
  return (
    <Section
      title={t('taxProfile.title')}
      actions={mayWrite && profile.data && <ChangeTax key={profile.dataUpdatedAt} id={id} profile={profile.data} />}
    >
      <QueryView query={profile}>
        {(data) => (
          <Facts
            items={[
              [t('taxProfile.form'), t(`taxProfile.forms.${data.form}`)],
              [t('taxProfile.received'), data.form_received_on && <DateOnly on={data.form_received_on} />],
              [t('taxProfile.rate'), percent(data.rate_bps)],
              [
                t('taxProfile.withheld'),
                data.withheld.map(({ amount_minor, currency }) => moneyText(amount_minor, currency)).join(', '),
              ],
            ]}
          />
        )}
      </QueryView>
    </Section>
  );
}

function percent(bps: number): string {
  return new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 2 }).format(bps / 10_000);
}

function ChangeTax({ id, profile }: Props & { profile: Profile }) {
  const { t } = useTranslation('screens-money');
  const queries = useQueryClient();
  const form = useForm<{ form: (typeof FORMS)[number]; rate: number | string }>({
    initialValues: { form: profile.form, rate: profile.rate_bps / 100 },
  });
  const run = async ({ form: paper, rate }: typeof form.values) => {
    const body = { form: paper, rate_bps: Math.round(Number(rate) * 100) };
    await ask(api.PUT('/v1/partners/{id}/tax-profile', { params: { path: { id } }, body }));
    await queries.invalidateQueries({ queryKey: ['partners', id] });
  };
  return (
    <FormDialog
      size="compact-sm"
      variant="default"
      label={t('taxProfile.change')}
      title={t('taxProfile.title')}
      submitLabel={t('taxProfile.save')}
      form={form}
      run={run}
    >
      <Select
        label={t('taxProfile.form')}
        allowDeselect={false}
        data={FORMS.map((value) => ({ value, label: t(`taxProfile.forms.${value}`) }))}
        {...form.getInputProps('form')}
      />
      <NumberInput
        label={t('taxProfile.rate')}
        description={t('taxProfile.rateHint')}
        suffix=" %"
        min={0}
        max={90}
        decimalScale={2}
        {...form.getInputProps('rate')}
      />
    </FormDialog>
  );
}

function Statements({ id }: Props) {
  const { t } = useTranslation('screens-money');
  const months = useQuery({
    queryKey: ['partners', id, 'statements'],
    queryFn: () => ask(api.GET('/v1/partners/{id}/statements', { params: { path: { id } } })),
  });
  return (
    <Section title={t('statements.title')}>
      <QueryView query={months}>
        {({ items }) =>
          items.length === 0 ? (
            <div>{t('statements.none')}</div>
          ) : (
            <Months items={items} base={`/v1/partners/${id}/statements`} />
          )
        }
      </QueryView>
    </Section>
  );
}

function Months({ items, base }: { items: { month: string }[]; base: string }) {
  return (
    <Stack gap={4}>
      {items.map(({ month }) => (
        <Group key={month} justify="space-between">
          <span>{month}</span>
          <Group gap="xs">
            {(['pdf', 'csv'] as const).map((format) => (
              <Anchor
                key={format}
                href={`${base}/${month}/statement.${format}`}
                download
                aria-label={`${month} ${format.toUpperCase()}`}
              >
                {format.toUpperCase()}
              </Anchor>
            ))}
          </Group>
        </Group>
      ))}
    </Stack>
  );
}

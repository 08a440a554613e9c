import { Button, Group, SegmentedControl, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import type { Form as FormOf } from '../../../ui/form-type.ts';
import { fieldErrors, ProblemAlert } from '../../../ui/problem-alert.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section } from '../../../ui/section.tsx';
import { type Destination, useDestination } from '../../portal-queries.ts';

/** The ways a partner can choose by itself; the company sets up the others. */
const RAILS = ['sepa', 'paypal', 'manual'] as const;
type Rail = (typeof RAILS)[number];
const EMPTY = { rail: 'sepa' as Rail, holder_name: '', iban: '', bic: '', email: '', details: '' };
type Values = typeof EMPTY;

/** Where the partner is paid; the account is shown masked. */
export function DestinationForm() {
  const { t } = useTranslation('screens-portal');
  const destination = useDestination();
  return (
    <Section title={t('destination.title')}>
      <QueryView query={destination}>{(data) => <Form destination={data.destination} />}</QueryView>
    </Section>
  );
}

function toBody({ rail, holder_name, iban, bic, email, details }: Values) {
  if (rail === 'sepa') return { rail, holder_name, iban, bic: bic || null };
  return rail === 'paypal' ? { rail, holder_name, email } : { rail, holder_name, details };
}

function Form({ destination }: { destination: Destination }) {
  const { t } = useTranslation('screens-portal');
  const queries = useQueryClient();
  const form = useForm<Values>({
    initialValues: {
      ...EMPTY,
      rail: RAILS.find((one) => one === destination?.rail) ?? 'sepa',
      holder_name: destination?.holder_name ?? '',
    },
  });
  const save = useMutation({
    mutationFn: (values: Values) => ask(api.PUT('/v1/portal/payout-destination', { body: toBody(values) })),
    onSuccess: () => {
      queries.invalidateQueries({ queryKey: ['portal'] });
      notifications.show({ message: t('destination.saved') });
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  });
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack>
        <div>
          {destination
            ? t('destination.now', {
                holder: destination.holder_name,
                account: destination.iban ?? destination.details,
              })
            : t('destination.none')}
        </div>
        <SegmentedControl
          aria-label={t('destination.rail')}
          data={[
            { value: 'sepa', label: t('destination.sepa') },
            { value: 'paypal', label: t('destination.paypal') },
            { value: 'manual', label: t('destination.manual') },
          ]}
          {...form.getInputProps('rail')}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput label={t('destination.holder')} required {...form.getInputProps('holder_name')} />
          <Account form={form} />
        </SimpleGrid>
        {save.isError && <ProblemAlert error={save.error} />}
        <Group justify="flex-end">
          <Button type="submit" loading={save.isPending}>
            {t('destination.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The fields of the chosen way. */
function Account({ form }: { form: FormOf<Values> }) {
  const { t } = useTranslation('screens-portal');
  const { rail } = form.values;
  if (rail === 'sepa')
    return (
      <>
        <TextInput label={t('destination.iban')} required autoComplete="off" {...form.getInputProps('iban')} />
        <TextInput label={t('destination.bic')} autoComplete="off" {...form.getInputProps('bic')} />
      </>
    );
  if (rail === 'paypal')
    return <TextInput label={t('destination.email')} type="email" required {...form.getInputProps('email')} />;
  return (
    <TextInput
      label={t('destination.details')}
      description={t('destination.detailsHint')}
      required
      {...form.getInputProps('details')}
    />
  );
}

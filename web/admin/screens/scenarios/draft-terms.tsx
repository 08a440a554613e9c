import { Button, Modal, Select, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { Changes } from './changes.tsx';
import type { Scenario } from './lab.tsx';

/** Makes a draft of a programme's terms from an offer and says what it would change. */
export function DraftTerms({ scenario, isChanged }: { scenario: Scenario; isChanged: boolean }) {
  const { t } = useTranslation('screens-scenarios');
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button
        variant="default"
        disabled={isChanged}
        title={isChanged ? t('draft.saveFirst') : undefined}
        onClick={open}
      >
        {t('draft.label')}
      </Button>
      <Modal opened={opened} onClose={close} title={t('draft.title')} size="lg">
        <Draft scenario={scenario} />
      </Modal>
    </>
  );
}

function Draft({ scenario }: { scenario: Scenario }) {
  const { t } = useTranslation('screens-scenarios');
  const queries = useQueryClient();
  const [programme, setProgramme] = useState<string | null>(null);
  const [offer, setOffer] = useState<'a' | 'b'>('a');
  const programmes = useQuery({ queryKey: ['programmes'], queryFn: () => ask(api.GET('/v1/programmes')) });
  const make = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/v1/scenarios/{id}/draft-terms', {
          params: { path: { id: scenario.id } },
          body: { programme_id: programme ?? '', offer },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['programmes'] }),
  });
  if (make.data)
    return (
      <Stack gap="md">
        <div>{t('draft.made', { name: make.data.programme_name })}</div>
        <Changes changes={make.data.changes} />
        <Button component={Link} to={`/programmes/${make.data.programme_id}`}>
          {t('draft.open', { name: make.data.programme_name })}
        </Button>
      </Stack>
    );
  const open = (programmes.data?.items ?? []).filter(({ state }) => state !== 'closed');
  return (
    <Stack gap="md">
      <div>{t('draft.text')}</div>
      <Select
        label={t('draft.programme')}
        data={open.map(({ id, name, currency }) => ({ value: id, label: `${name} (${currency})` }))}
        value={programme}
        onChange={setProgramme}
      />
      {scenario.input.offers.b && (
        <Select
          label={t('draft.offer')}
          data={[
            { value: 'a', label: t('offers.a') },
            { value: 'b', label: t('offers.b') },
          ]}
          value={offer}
          allowDeselect={false}
          onChange={(value) => setOffer(value as 'a' | 'b')}
        />
      )}
      {make.isError && <ProblemAlert error={make.error} />}
      <Button disabled={!programme} loading={make.isPending} onClick={() => make.mutate()}>
        {t('draft.submit')}
      </Button>
    </Stack>
  );
}

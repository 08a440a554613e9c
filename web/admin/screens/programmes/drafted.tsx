import { Button, Checkbox, Group } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { ConfirmAction } from '../../../ui/confirm-action.tsx';
import { Section } from '../../../ui/section.tsx';
import { Changes } from '../scenarios/changes.tsx';
import type { ProgrammePage } from './programme.tsx';

/** Terms that a scenario drafted and that wait for somebody; nothing where none wait. */
export function Drafted({ programme: { id, name, terms_versions } }: { programme: ProgrammePage }) {
  const { t } = useTranslation('screens-scenarios');
  const queries = useQueryClient();
  const [asks, setAsks] = useState(true);
  const drafted = useQuery({
    queryKey: ['programmes', id, 'draft-terms'],
    queryFn: () => ask(api.GET('/v1/programmes/{id}/draft-terms', { params: { path: { id } } })),
  });
  const draft = drafted.data?.draft;
  if (!draft) return null;
  const path = { id: draft.id };
  const refresh = () => queries.invalidateQueries({ queryKey: ['programmes'] });
  const publish = async () => {
    const body = { needs_acceptance: asks };
    await ask(api.POST('/v1/terms-drafts/{id}/publish', { params: { path }, body }));
    await refresh();
  };
  const discard = async () => {
    await ask(api.DELETE('/v1/terms-drafts/{id}', { params: { path } }));
    await refresh();
  };
  const version = (terms_versions[0]?.version ?? 0) + 1;
  return (
    <Section title={t('drafted.title')} note={t('drafted.note', { name: draft.scenario_name })}>
      <Changes changes={draft.changes} />
      <Group mt="md">
        <ConfirmAction
          label={t('drafted.publish')}
          title={t('drafted.publishTitle', { name, version })}
          confirmLabel={t('drafted.publishConfirm', { version })}
          run={publish}
          done={t('drafted.published')}
        >
          <div>{t('drafted.publishText')}</div>
          <Checkbox
            label={t('drafted.asks')}
            checked={asks}
            onChange={(event) => setAsks(event.currentTarget.checked)}
          />
        </ConfirmAction>
        <ConfirmAction
          variant="default"
          label={t('drafted.discard')}
          title={t('drafted.discardTitle')}
          confirmLabel={t('drafted.discardConfirm')}
          run={discard}
        >
          {t('drafted.discardText')}
        </ConfirmAction>
        {draft.scenario_id && (
          <Button variant="subtle" component={Link} to={`/scenarios/${draft.scenario_id}`}>
            {t('drafted.scenario')}
          </Button>
        )}
      </Group>
    </Section>
  );
}

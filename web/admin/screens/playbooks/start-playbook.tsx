import { Button, type ButtonProps, Group, Modal, Radio, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, type Item } from '../../../lib/api.ts';
import { Notice } from '../../../ui/notice.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import classes from './playbooks.module.css';
import { useRefreshCare } from './use-refresh-care.ts';

type Playbook = Item<'/v1/playbooks'>;
type Reason = { feature: string; fact: string; log_odds: number };
type Props = Omit<ButtonProps, 'children'> & {
  accountIds: string[];
  /** What raises the risk of the accounts, as the churn score tells it. */
  reasons?: Reason[];
  onStarted?: () => void;
};

const MOST_REASONS = 3;

/** A button that starts a playbook for one or several accounts, and says for whom it could not be started. */
export function StartPlaybook({ accountIds, reasons = [], onStarted, ...button }: Props) {
  const { t } = useTranslation('screens-playbooks');
  const [opened, { open, close }] = useDisclosure(false);
  const count = accountIds.length;
  return (
    <>
      <Button {...button} onClick={open}>
        {count > 1 ? t('start.labelMany', { count }) : t('start.label')}
      </Button>
      <Modal opened={opened} onClose={close} title={t('start.title')} size="lg">
        {opened && (
          <Choose
            accountIds={accountIds}
            reasons={reasons}
            onClose={() => {
              close();
              onStarted?.();
            }}
          />
        )}
      </Modal>
    </>
  );
}

type ChooseProps = { accountIds: string[]; reasons: Reason[]; onClose: () => void };

function Choose({ accountIds, reasons, onClose }: ChooseProps) {
  const found = useQuery({
    queryKey: ['playbooks', { archived: false }],
    queryFn: () => ask(api.GET('/v1/playbooks')),
  });
  return (
    <QueryView query={found}>
      {({ items }) => <Form items={bestFirst(items, reasons)} {...{ accountIds, reasons, onClose }} />}
    </QueryView>
  );
}

const fitting = ({ answers }: Playbook, reasons: Reason[]) =>
  reasons.filter(({ feature }) => answers.includes(feature)).toSorted((a, b) => b.log_odds - a.log_odds);

/** By how much of what raises the risk a playbook answers: one strong reason counts more than three faint ones. */
function bestFirst(items: Playbook[], reasons: Reason[]): Playbook[] {
  const answered = (one: Playbook) => fitting(one, reasons).reduce((sum, { log_odds }) => sum + log_odds, 0);
  return items.toSorted((a, b) => answered(b) - answered(a));
}

function Form({ items, accountIds, reasons, onClose }: ChooseProps & { items: Playbook[] }) {
  const { t } = useTranslation('screens-playbooks');
  const refresh = useRefreshCare();
  const [id, setId] = useState(items[0]?.id ?? '');
  const start = useMutation({
    mutationFn: () =>
      ask(api.POST('/v1/playbooks/{id}/runs', { params: { path: { id } }, body: { account_ids: accountIds } })),
    onSuccess: refresh,
  });
  if (start.data) return <Outcome result={start.data} onClose={onClose} />;
  return (
    <Stack gap="md">
      <Radio.Group label={t('start.choose')} value={id} onChange={setId}>
        <div className={classes.choices}>
          {items.map((one) => (
            <Radio
              key={one.id}
              value={one.id}
              label={one.name}
              description={<About playbook={one} reasons={reasons} isOne={accountIds.length === 1} />}
            />
          ))}
        </div>
      </Radio.Group>
      {start.isError && <ProblemAlert error={start.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('common:kit.cancel')}
        </Button>
        <Button disabled={id === ''} loading={start.isPending} onClick={() => start.mutate()}>
          {t('start.confirm', { count: accountIds.length })}
        </Button>
      </Group>
    </Stack>
  );
}

function About({ playbook, reasons, isOne }: { playbook: Playbook; reasons: Reason[]; isOne: boolean }) {
  const { t } = useTranslation('screens-playbooks');
  const fits = [
    ...new Set(fitting(playbook, reasons).map(({ feature, fact }) => (isOne ? fact : t(`features.${feature}`)))),
  ].slice(0, MOST_REASONS);
  const days = Math.max(0, ...playbook.steps.map(({ after_days }) => after_days));
  return (
    <>
      {playbook.when_to_use} {t('start.steps', { count: playbook.steps.length, days })}
      {fits.length > 0 && (
        <>
          <br />
          <strong>{t('start.fits', { reasons: fits.join(isOne ? ' ' : ', ') })}</strong>
        </>
      )}
    </>
  );
}

type Result = {
  started: { account_id: string }[];
  refused: { account_id: string; account_name: string | null; reason: string }[];
};

function Outcome({ result: { started, refused }, onClose }: { result: Result; onClose: () => void }) {
  const { t } = useTranslation('screens-playbooks');
  return (
    <Stack gap="md">
      {started.length > 0 && <Notice tone="good">{t('start.started', { count: started.length })}</Notice>}
      {refused.length > 0 && (
        <Notice tone="warn" title={t('start.refused')}>
          <ul className={classes.rows}>
            {refused.map(({ account_id, account_name, reason }) => (
              <li key={account_id}>
                {account_name ?? account_id}: {reason}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Group justify="flex-end">
        {started.length > 0 && (
          <Button component={Link} to="/tasks" variant="default">
            {t('toTasks')}
          </Button>
        )}
        <Button onClick={onClose}>{t('common:kit.close')}</Button>
      </Group>
    </Stack>
  );
}

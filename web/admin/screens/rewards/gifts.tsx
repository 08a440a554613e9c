import { useForm } from '@mantine/form';
import { IconGift, IconPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { useMay } from '../../../lib/session.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { Money } from '../../../ui/money.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section } from '../../../ui/section.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import { EMPTY_GIFT, GiftFields, type GiftValues } from './gift-form.tsx';
import { type Gift, giftsQuery } from './gifts-query.ts';
import { RewardTabs } from './reward-tabs.tsx';

/** What may be given, and how much of it is left. */
export default function Gifts() {
  const { t } = useTranslation('screens-rewards');
  const gifts = useQuery(giftsQuery);
  const mayWrite = useMay('rewards:write');
  return (
    <>
      <PageHeader title={t('gifts.title')} answer={t('gifts.answer')} actions={mayWrite && <AddGift />} />
      <RewardTabs open="gifts" />
      <QueryView query={gifts}>
        {({ items }) => (
          <Section flush title={t('tabs.gifts')}>
            {items.length === 0 ? (
              <EmptyState icon={IconGift} title={t('gifts.empty')} text={t('gifts.emptyText')} />
            ) : (
              <Catalogue gifts={items} mayWrite={mayWrite} />
            )}
          </Section>
        )}
      </QueryView>
    </>
  );
}

function Catalogue({ gifts, mayWrite }: { gifts: Gift[]; mayWrite: boolean }) {
  const { t } = useTranslation('screens-rewards');
  return (
    <PlainTable
      label={t('tabs.gifts')}
      columns={[
        { title: t('gifts.name') },
        { title: t('gifts.interests') },
        { title: t('gifts.worth'), end: true },
        { title: t('gifts.stock'), end: true },
        { title: t('gifts.countries') },
        { title: t('gifts.state') },
        ...(mayWrite ? [{ title: t('gifts.action') }] : []),
      ]}
      rows={gifts.map((gift) => [
        gift.name,
        gift.interests.join(', ') || '—',
        <Money key="worth" minor={gift.worth_minor} currency={gift.currency} />,
        gift.stock === 0 ? t('gifts.none') : String(gift.stock),
        gift.countries.join(', ') || t('gifts.everywhere'),
        <StateBadge key="state" state={gift.state} />,
        ...(mayWrite ? [<EditGift key={JSON.stringify(gift)} gift={gift} />] : []),
      ])}
    />
  );
}

function AddGift() {
  const { t } = useTranslation('screens-rewards');
  const queries = useQueryClient();
  const form = useForm<GiftValues>({ initialValues: EMPTY_GIFT });
  const run = async ({ offered: _always, ...body }: GiftValues) => {
    await ask(api.POST('/v1/gifts', { body: { ...body, currency: body.currency.toUpperCase() } }));
    await queries.invalidateQueries({ queryKey: ['gifts'] });
  };
  return (
    <FormDialog
      leftSection={<IconPlus size={16} />}
      label={t('gifts.add')}
      title={t('gifts.add')}
      submitLabel={t('gifts.addSubmit')}
      form={form}
      run={run}
    >
      <GiftFields form={form} isNew />
    </FormDialog>
  );
}

function EditGift({ gift }: { gift: Gift }) {
  const { t } = useTranslation('screens-rewards');
  const queries = useQueryClient();
  const { id, state, ...values } = gift;
  const form = useForm<GiftValues>({ initialValues: { ...values, offered: state === 'active' } });
  const run = async ({ offered, currency: _same, ...body }: GiftValues) => {
    const change = { ...body, state: offered ? ('active' as const) : ('ended' as const) };
    await ask(api.PATCH('/v1/gifts/{id}', { params: { path: { id } }, body: change }));
    await queries.invalidateQueries({ queryKey: ['gifts'] });
  };
  return (
    <FormDialog
      size="compact-sm"
      variant="default"
      aria-label={t('gifts.editTitle', { name: gift.name })}
      label={t('gifts.edit')}
      title={t('gifts.editTitle', { name: gift.name })}
      submitLabel={t('gifts.save')}
      form={form}
      run={run}
    >
      <GiftFields form={form} isNew={false} />
    </FormDialog>
  );
}

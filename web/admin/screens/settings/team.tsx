import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconUserPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask, type Item } from '../../../lib/api.ts';
import { useMay, useMe } from '../../../lib/session.ts';
import { ConfirmAction } from '../../../ui/confirm-action.tsx';
import { RowsSkeleton } from '../../../ui/loading.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { fieldErrors, ProblemAlert } from '../../../ui/problem-alert.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Section } from '../../../ui/section.tsx';

type Member = Item<'/v1/members'>;
const ROLES = ['owner', 'manager', 'finance', 'viewer'] as const;

export default function Team() {
  const { t } = useTranslation('screens-settings');
  const mayWrite = useMay('settings:write');
  const members = useQuery({ queryKey: ['members'], queryFn: () => ask(api.GET('/v1/members')) });
  return (
    <>
      <PageHeader title={t('team.title')} answer={t('team.answer')} actions={mayWrite && <Invite />} />
      <Section flush>
        <QueryView query={members} skeleton={<RowsSkeleton rows={3} />}>
          {({ items }) => (
            <PlainTable
              label={t('team.title')}
              columns={['name', 'email', 'role', 'seen', 'actions'].map((key) => ({ title: t(`team.columns.${key}`) }))}
              rows={items.map((member) => [
                <strong key="name">{member.name || '—'}</strong>,
                member.email,
                <RoleSelect key="role" member={member} mayWrite={mayWrite} />,
                member.last_seen_at ? <RelativeTime key="seen" at={member.last_seen_at} /> : t('team.never'),
                mayWrite ? <Remove key="remove" member={member} /> : '',
              ])}
            />
          )}
        </QueryView>
      </Section>
      <Section title={t('team.rolesTitle')}>
        <Stack gap={8}>
          {ROLES.map((role) => (
            <div key={role}>
              <strong>{t(`common:roles.${role}`)}</strong> — {t(`team.roles.${role}`)}
            </div>
          ))}
        </Stack>
      </Section>
    </>
  );
}

function useRoleOptions() {
  const { t } = useTranslation();
  return ROLES.map((value) => ({ value, label: t(`roles.${value}`) }));
}

function RoleSelect({ member, mayWrite }: { member: Member; mayWrite: boolean }) {
  const { t } = useTranslation('screens-settings');
  const queries = useQueryClient();
  const options = useRoleOptions();
  const change = useMutation({
    mutationFn: (role: Member['role']) =>
      ask(api.PATCH('/v1/members/{user_id}', { params: { path: { user_id: member.user_id } }, body: { role } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['members'] }),
    onError: (error) => notifications.show({ color: 'red', message: error.message }),
  });
  if (!mayWrite) return t(`common:roles.${member.role}`);
  return (
    <Select
      size="xs"
      w={120}
      aria-label={t('team.roleOf', { name: member.name || member.email })}
      data={options}
      value={change.isPending ? change.variables : member.role}
      allowDeselect={false}
      onChange={(role) => role && change.mutate(role as Member['role'])}
    />
  );
}

function Remove({ member }: { member: Member }) {
  const { t } = useTranslation('screens-settings');
  const me = useMe();
  const queries = useQueryClient();
  const name = member.name || member.email;
  if (member.user_id === me.id) return <>{t('team.you')}</>;
  return (
    <ConfirmAction
      size="compact-xs"
      variant="subtle"
      color="red"
      label={t('team.remove')}
      title={t('team.removeTitle', { name })}
      confirmLabel={t('team.removeConfirm', { name })}
      danger
      run={async () => {
        await ask(api.DELETE('/v1/members/{user_id}', { params: { path: { user_id: member.user_id } } }));
        await queries.invalidateQueries({ queryKey: ['members'] });
      }}
      done={t('team.removed', { name })}
    >
      {t('team.removeText')}
    </ConfirmAction>
  );
}

function Invite() {
  const { t } = useTranslation('screens-settings');
  const [opened, { open, close }] = useDisclosure(false);
  const queries = useQueryClient();
  const options = useRoleOptions();
  const form = useForm({ initialValues: { email: '', name: '', role: 'viewer' as Member['role'] } });
  const invite = useMutation({
    mutationFn: ({ email, name, role }: typeof form.values) =>
      ask(api.POST('/v1/members', { body: { email, role, ...(name.trim() ? { name } : {}) } })),
    onSuccess: (_answer, { email }) => {
      queries.invalidateQueries({ queryKey: ['members'] });
      notifications.show({ message: t('team.invited', { email }) });
      close();
      form.reset();
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  });
  return (
    <>
      <Button leftSection={<IconUserPlus size={16} />} onClick={open}>
        {t('team.invite')}
      </Button>
      <Modal opened={opened} onClose={close} title={t('team.inviteTitle')}>
        <form onSubmit={form.onSubmit((values) => invite.mutate(values))}>
          <Stack>
            <TextInput
              label={t('team.columns.email')}
              type="email"
              required
              data-autofocus
              {...form.getInputProps('email')}
            />
            <TextInput label={t('team.columns.name')} {...form.getInputProps('name')} />
            <Select
              label={t('team.columns.role')}
              description={t(`team.roles.${form.values.role}`)}
              data={options}
              allowDeselect={false}
              {...form.getInputProps('role')}
            />
            {invite.isError && <ProblemAlert error={invite.error} />}
            <Group justify="flex-end">
              <Button type="submit" loading={invite.isPending}>
                {t('team.inviteSend')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}

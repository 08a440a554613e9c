import { Button, Checkbox, CloseButton, Menu, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconBookmark, IconChevronDown } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, type Item } from '../lib/api.ts';
import { type ListState, parseSearch, stringifySearch } from '../lib/list-state.ts';
import classes from './kit.module.css';
import { ProblemAlert } from './problem-alert.tsx';

type View = Item<'/v1/views'>;
type Props = { screen: string; state: ListState };

/** The lists one keeps: choosing one filters and sorts as it was saved. */
export function SavedViews({ screen, state }: Props) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const views = useQuery({
    queryKey: ['views', screen],
    queryFn: () => ask(api.GET('/v1/views', { params: { query: { screen } } })),
    enabled: opened,
  });
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-start" closeOnItemClick width={280}>
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconBookmark size={16} />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {t('kit.views.label')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {views.data?.items.map((view) => (
          <Entry key={view.id} view={view} onChoose={() => state.replace(parseSearch(view.search))} />
        ))}
        {views.data?.items.length === 0 && <div className={classes.viewsEmpty}>{t('kit.views.empty')}</div>}
        <Menu.Divider />
        <SaveForm screen={screen} state={state} />
      </Menu.Dropdown>
    </Menu>
  );
}

function Entry({ view, onChoose }: { view: View; onChoose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () => ask(api.DELETE('/v1/views/{id}', { params: { path: { id: view.id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['views', view.screen] }),
  });
  return (
    <div className={classes.viewsEntry}>
      <Menu.Item onClick={onChoose}>{view.shared ? t('kit.views.shared', { name: view.name }) : view.name}</Menu.Item>
      {view.own && (
        <CloseButton
          size="sm"
          aria-label={t('kit.views.remove', { name: view.name })}
          disabled={remove.isPending}
          onClick={() => remove.mutate()}
        />
      )}
    </div>
  );
}

/** What the list shows now, under a name. */
function SaveForm({ screen, state }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const form = useForm({ initialValues: { name: '', shared: false } });
  const search = stringifySearch({ ...state.search, page: undefined }).slice(1);
  const save = useMutation({
    mutationFn: (values: { name: string; shared: boolean }) =>
      ask(api.POST('/v1/views', { body: { ...values, screen, search } })),
    onSuccess: () => {
      form.reset();
      return queries.invalidateQueries({ queryKey: ['views', screen] });
    },
  });
  return (
    <form className={classes.viewsForm} onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <TextInput label={t('kit.views.name')} required maxLength={80} {...form.getInputProps('name')} />
      <Checkbox label={t('kit.views.share')} {...form.getInputProps('shared', { type: 'checkbox' })} />
      {save.isError && <ProblemAlert error={save.error} />}
      <Button type="submit" size="compact-sm" loading={save.isPending}>
        {t('kit.views.save')}
      </Button>
    </form>
  );
}

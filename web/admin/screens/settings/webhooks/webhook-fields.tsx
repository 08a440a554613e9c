import { Checkbox, Stack, TextInput } from '@mantine/core';

import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask, type Got } from '../../../../lib/api.ts';
import type { Form } from '../../../../ui/form-type.ts';

export type Topic = Got<'/v1/webhooks/{id}'>['topics'][number];
export type WebhookValues = { url: string; description: string; topics: Topic[] };

/** Where to, what for, and which events. */
export function WebhookFields({ form }: { form: Form<WebhookValues> }) {
  const { t } = useTranslation('screens-settings');
  const topics = useQuery({ queryKey: ['webhook-topics'], queryFn: () => ask(api.GET('/v1/webhook-topics')) });
  const all = form.values.topics.includes('*');
  return (
    <>
      <TextInput
        label={t('webhooks.columns.url')}
        description={t('webhooks.urlText')}
        type="url"
        required
        data-autofocus
        {...form.getInputProps('url')}
      />
      <TextInput label={t('webhooks.description')} {...form.getInputProps('description')} />
      <Checkbox.Group
        label={t('webhooks.columns.topics')}
        description={t('webhooks.topicsText')}
        {...form.getInputProps('topics')}
      >
        <Stack gap={8} mt="xs">
          <Checkbox value="*" label={t('webhooks.everythingText')} />
          {topics.data?.items.map(({ topic, says }) => (
            <Checkbox key={topic} value={topic} label={topic} description={says} disabled={all} />
          ))}
        </Stack>
      </Checkbox.Group>
    </>
  );
}

import { Button, Group, Modal, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyField } from '../../../../ui/copy-field.tsx';
import { Notice } from '../../../../ui/notice.tsx';

/** The signing secret, this once. */
export function SecretDialog({ secret, onClose }: { secret: string | undefined; onClose: () => void }) {
  const { t } = useTranslation('screens-settings');
  return (
    <Modal
      opened={secret !== undefined}
      onClose={onClose}
      title={t('webhooks.secretTitle')}
      size="lg"
      closeOnClickOutside={false}
    >
      <Stack>
        <Notice tone="warn">{t('webhooks.secretOnce')}</Notice>
        <CopyField value={secret ?? ''} label={t('webhooks.secret')} />
        <p style={{ margin: 0 }}>{t('webhooks.secretUse')}</p>
        <Group justify="flex-end">
          <Button onClick={onClose}>{t('keys.kept')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}

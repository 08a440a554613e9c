import { Button, Stack, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import type { PortalProgramme } from './programme.tsx';

const TYPES = ['application/pdf', 'image/png', 'image/jpeg'] as const;
type Type = (typeof TYPES)[number];

/** A file that proves one is certified, for somebody to look at. */
export function SendProof({ programme }: { programme: PortalProgramme }) {
  const { t } = useTranslation('screens-portal-programmes');
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [note, setNote] = useState('');
  const send = useMutation({
    mutationFn: async () => {
      if (!file) return;
      const body = {
        name: file.name,
        type: file.type as Type,
        content_base64: await toBase64(file),
        ...(note ? { note } : {}),
      };
      await ask(api.POST('/v1/portal/programmes/{id}/proofs', { params: { path: { id: programme.id } }, body }));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['portal'] }),
  });
  return (
    <Stack gap="sm">
      <label>
        {t('certify.file')}{' '}
        <input
          type="file"
          accept={TYPES.join(',')}
          onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)}
        />
      </label>
      <Textarea label={t('certify.note')} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      {send.isError && <ProblemAlert error={send.error} />}
      <div>
        <Button disabled={!file} loading={send.isPending} onClick={() => send.mutate()}>
          {t('certify.sendProof')}
        </Button>
      </div>
    </Stack>
  );
}

async function toBase64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

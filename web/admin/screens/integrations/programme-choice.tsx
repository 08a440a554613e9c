import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';

type Props = { value?: string; onChange?: (value: string | null) => void; error?: React.ReactNode };

/** One of the programmes. */
export function ProgrammeChoice(props: Props) {
  const { t } = useTranslation('screens-doors');
  const { data } = useQuery({ queryKey: ['programmes'], queryFn: () => ask(api.GET('/v1/programmes')) });
  const options = (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return <Select label={t('postbacks.programme')} required data={options} {...props} />;
}

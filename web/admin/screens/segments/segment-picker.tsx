import { Button, Select } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { useListState } from '../../../lib/list-state.ts';
import { useMay } from '../../../lib/session.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/section.tsx';

/** Narrows a report to the segment that the address names; a way to segments while there is none. */
export function SegmentPicker() {
  const { t } = useTranslation('screens-segments');
  const { search, set } = useListState();
  const isAllowed = useMay('success:read');
  const segments = useQuery({
    queryKey: ['segments', { archived: false }],
    queryFn: () => ask(api.GET('/v1/segments', { params: { query: { archived: 'false' } } })),
    enabled: isAllowed,
  });
  if (!segments.data) return null;
  const chosen = search.segment ?? null;
  const named = segments.data.items.map(({ id, name }) => ({ value: id, label: name }));
  if (named.length === 0 && chosen === null) return <MakeOne />;
  const isThere = chosen === null || named.some(({ value }) => value === chosen);
  return (
    <Select
      aria-label={t('picker.label')}
      placeholder={t('picker.all')}
      clearable
      searchable
      data={isThere ? named : [...named, { value: chosen, label: t('picker.gone') }]}
      value={chosen}
      onChange={(id) => set({ segment: id ?? undefined })}
    />
  );
}

function MakeOne() {
  const { t } = useTranslation('screens-segments');
  return (
    <Button component={Link} to="/segments" variant="default" leftSection={<IconFilter size={16} />}>
      {t('picker.make')}
    </Button>
  );
}

type Narrowed = { id: string; name: string; caution: string };

/** Whose numbers these are, and what it means that membership as of today is used. */
export function SegmentNotice({ segment }: { segment: Narrowed | null }) {
  const { t } = useTranslation('screens-segments');
  if (!segment) return null;
  return (
    <div style={{ marginBottom: 16 }}>
      <Notice tone="info">
        <span>
          {t('picker.only')}{' '}
          <Link to="/segments/$id" params={{ id: segment.id }} className="gw-link">
            {segment.name}
          </Link>
          . {segment.caution}
        </span>
      </Notice>
    </div>
  );
}

/** Where a report about a segment has nobody to tell of. */
export function NobodyInSegment() {
  const { t } = useTranslation('screens-segments');
  const { set } = useListState();
  return (
    <Section>
      <EmptyState
        icon={IconFilter}
        title={t('picker.nobody')}
        text={t('picker.nobodyText')}
        action={<Button onClick={() => set({ segment: undefined })}>{t('picker.showAll')}</Button>}
      />
    </Section>
  );
}

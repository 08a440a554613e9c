import { Anchor, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dateText, moneyText } from '../../../lib/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section } from '../../../ui/section.tsx';
import { useOutlook, useStatements, useTax } from '../../portal-queries.ts';

/** What is paid next and when, and what the partner can do about what stands in the way. */
export function Coming() {
  const { t } = useTranslation('screens-portal');
  const outlook = useOutlook();
  return (
    <Section title={t('coming.title')}>
      <QueryView query={outlook}>
        {({ items }) => (
          <Stack gap="xs">
            {items.length === 0 && <div>{t('coming.none')}</div>}
            {items.map(({ currency, coming, reason }) => (
              <Stack key={currency} gap={4}>
                {coming.map(({ promised_on, amount_minor }) => (
                  <div key={promised_on}>
                    {t(promised_on ? 'coming.on' : 'coming.someDay', {
                      amount: moneyText(amount_minor, currency),
                      when: promised_on ? dateText(promised_on) : '',
                    })}
                  </div>
                ))}
                {reason && <Notice tone="warn">{reason}</Notice>}
              </Stack>
            ))}
            <Tax />
          </Stack>
        )}
      </QueryView>
    </Section>
  );
}

/** Whether a tax form is on file, and what is withheld; silent where nobody asks for one. */
function Tax() {
  const { t } = useTranslation('screens-portal');
  const { data } = useTax();
  if (!data || (data.form === 'none' && data.form_needed_above.length === 0 && data.rate_bps === 0)) return null;
  const limits = data.form_needed_above
    .map(({ amount_minor, currency }) => moneyText(amount_minor, currency))
    .join(', ');
  return (
    <div>
      {data.form === 'none'
        ? t('tax.none', { limits })
        : t('tax.onFile', { when: dateText(data.form_received_on ?? '') })}{' '}
      {data.rate_bps > 0 && t('tax.rate', { rate: data.rate_bps / 100 })}
    </div>
  );
}

/** The partner's own statements, a month each. */
export function Statements() {
  const { t } = useTranslation('screens-portal');
  const { data } = useStatements();
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={t('statements.title')} note={t('statements.note')}>
      <Stack gap={4}>
        {data.items.map(({ month }) => (
          <Group key={month} justify="space-between">
            <span>{month}</span>
            <Group gap="md">
              {(['pdf', 'csv'] as const).map((format) => (
                <Anchor
                  key={format}
                  href={`/v1/portal/statements/${month}/statement.${format}`}
                  download
                  aria-label={`${month} ${format.toUpperCase()}`}
                >
                  {format.toUpperCase()}
                </Anchor>
              ))}
            </Group>
          </Group>
        ))}
      </Stack>
    </Section>
  );
}

import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { numberText } from '../../../lib/format.ts';
import { useMay } from '../../../lib/session.ts';
import { CopyField } from '../../../ui/copy-field.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { Section } from '../../../ui/section.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import { LinkState } from './link-state.tsx';
import { LinkTargets } from './link-targets.tsx';
import type { PartnerPage } from './partner.tsx';
import classes from './partners.module.css';

/** The addresses the partner shares. */
export function Links({ partner }: { partner: PartnerPage }) {
  const { t } = useTranslation('screens-partners');
  const mayWrite = useMay('partners:write');
  return (
    <Section
      title={t('partner.links.title')}
      actions={mayWrite && partner.enrolments.length > 0 && <NewLink partner={partner} />}
    >
      {partner.links.length === 0 && <p className={classes.quiet}>{t('partner.links.none')}</p>}
      <ul className={classes.rows}>
        {partner.links.map((link) => (
          <li key={link.id}>
            <CopyField value={link.url} label={t('partner.links.label', { code: link.code })} qr />
            <div className={classes.under}>
              <StateBadge state={link.state} />
              <span className="gw-num">{t('partner.links.clicks', { count: link.clicks })}</span>
              {link.bots > 0 && <span>{t('partner.links.bots', { number: numberText(link.bots) })}</span>}
              <span className={classes.target}>{t('partner.links.to', { url: link.target_url })}</span>
              {link.target_rules.length > 0 && (
                <span>{t('partner.links.rules', { count: link.target_rules.length })}</span>
              )}
              {mayWrite && link.state !== 'ended' && <LinkTargets partner={partner} link={link} />}
              {mayWrite && <LinkState partner={partner} link={link} />}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function NewLink({ partner }: { partner: PartnerPage }) {
  const { t } = useTranslation('screens-partners');
  const queries = useQueryClient();
  const form = useForm({
    initialValues: { programme_id: partner.enrolments[0]?.programme_id ?? '', code: '', target_url: '' },
  });
  const run = async ({ programme_id, code, target_url }: typeof form.values) => {
    const optional = { ...(code ? { code } : {}), ...(target_url ? { target_url } : {}) };
    await ask(api.POST('/v1/links', { body: { partner_id: partner.id, programme_id, ...optional } }));
    await queries.invalidateQueries({ queryKey: ['partners', partner.id] });
  };
  return (
    <FormDialog
      size="compact-sm"
      variant="subtle"
      label={t('partner.links.new')}
      title={t('partner.links.newTitle')}
      submitLabel={t('partner.links.make')}
      form={form}
      run={run}
    >
      <Select
        label={t('partners.programme')}
        data={partner.enrolments.map((one) => ({ value: one.programme_id, label: one.programme_name }))}
        allowDeselect={false}
        {...form.getInputProps('programme_id')}
      />
      <TextInput
        label={t('partner.links.code')}
        description={t('partner.links.codeHint')}
        {...form.getInputProps('code')}
      />
      <TextInput
        type="url"
        label={t('partner.links.target')}
        description={t('partner.links.targetHint')}
        {...form.getInputProps('target_url')}
      />
    </FormDialog>
  );
}

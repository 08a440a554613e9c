import { Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { useMay } from '../../../lib/session.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { DateOnly } from '../../../ui/relative-time.tsx';
import { Section } from '../../../ui/section.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import { programmesQuery } from '../programmes/programmes-query.ts';
import { EnrolmentState } from './enrolment-state.tsx';
import { EndCoupon } from './link-state.tsx';
import type { PartnerPage } from './partner.tsx';
import classes from './partners.module.css';

/** The programmes the partner may earn in, with the version of the terms it accepted, and its coupons. */
export function Enrolments({ partner }: { partner: PartnerPage }) {
  const { t } = useTranslation('screens-partners');
  const mayWrite = useMay('partners:write');
  return (
    <Section title={t('partner.enrolments.title')} actions={mayWrite && <Enrol partner={partner} />}>
      {partner.enrolments.length === 0 && <p className={classes.quiet}>{t('partner.enrolments.none')}</p>}
      <ul className={classes.rows}>
        {partner.enrolments.map((one) => (
          <li key={one.programme_id}>
            <div className={classes.pair}>
              <Link to="/programmes/$id" params={{ id: one.programme_id } as never} className="gw-link">
                {one.programme_name}
              </Link>
              <StateBadge state={one.state} />
            </div>
            <div className={classes.quiet}>
              {t('partner.enrolments.accepted', { version: one.terms_accepted_version })}{' '}
              <DateOnly on={one.terms_accepted_at} />
            </div>
            {mayWrite && <EnrolmentState partner={partner} enrolment={one} />}
          </li>
        ))}
        {partner.coupons.map(({ code, state }) => (
          <li key={code} className={classes.pair}>
            <span>{t('partner.enrolments.coupon', { code })}</span>
            <StateBadge state={state} />
            {mayWrite && state === 'active' && <EndCoupon partner={partner} code={code} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Enrol({ partner }: { partner: PartnerPage }) {
  const { t } = useTranslation('screens-partners');
  const queries = useQueryClient();
  const programmes = useQuery(programmesQuery);
  const form = useForm({ initialValues: { programme_id: '' } });
  const inside = new Set(partner.enrolments.map(({ programme_id }) => programme_id));
  const open = (programmes.data?.items ?? []).filter(
    ({ id, terms, state }) => !inside.has(id) && terms && state !== 'closed',
  );
  if (open.length === 0) return null;
  const chosen = open.find(({ id }) => id === form.values.programme_id);
  const run = async ({ programme_id }: { programme_id: string }) => {
    const body = { partner_id: partner.id, terms_version: chosen?.terms?.version ?? 1 };
    await ask(api.POST('/v1/programmes/{id}/enrolments', { params: { path: { id: programme_id } }, body }));
    await queries.invalidateQueries({ queryKey: ['partners', partner.id] });
  };
  return (
    <FormDialog
      size="compact-sm"
      variant="subtle"
      label={t('partner.enrolments.enrol')}
      title={t('partner.enrolments.enrolTitle', { name: partner.name })}
      submitLabel={t('partner.enrolments.enrolSubmit')}
      form={form}
      run={run}
    >
      <Select
        label={t('partners.programme')}
        required
        data={open.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('programme_id')}
      />
      {chosen?.terms && (
        <div className={classes.quiet}>
          {t('partner.enrolments.accepts', { version: chosen.terms.version })} {chosen.terms.in_words[0]}
        </div>
      )}
    </FormDialog>
  );
}

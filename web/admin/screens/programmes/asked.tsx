import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask, type Got } from '../../../lib/api.ts';
import { RowsSkeleton } from '../../../ui/loading.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section } from '../../../ui/section.tsx';
import { EditCertification } from './edit-certification.tsx';
import { EditForm } from './edit-form.tsx';
import type { ProgrammePage } from './programme.tsx';
import classes from './programmes.module.css';

export type AskedOf = Got<'/v1/programmes/{id}/asked'>;

/** What one is asked who wants to be in it, and how one becomes certified. */
export function Asked({ programme }: { programme: ProgrammePage }) {
  const asked = useQuery({
    queryKey: ['programmes', programme.id, 'asked'],
    queryFn: () => ask(api.GET('/v1/programmes/{id}/asked', { params: { path: { id: programme.id } } })),
  });
  return (
    <QueryView query={asked} skeleton={<RowsSkeleton rows={3} />}>
      {(data) => (
        <>
          <Questions programme={programme} asked={data} />
          <Certification programme={programme} asked={data} />
        </>
      )}
    </QueryView>
  );
}

type Props = { programme: ProgrammePage; asked: AskedOf };

function Questions({ programme, asked: { form } }: Props) {
  const { t } = useTranslation('screens-programmes');
  return (
    <Section title={t('form.title')} actions={<EditForm programme={programme} form={form} />}>
      <p className={classes.quiet}>{t('form.always')}</p>
      <ol className={classes.contract}>
        {form.fields.map(({ key, label, required }) => (
          <li key={key}>{required ? label : t('form.optional', { label })}</li>
        ))}
      </ol>
      <p className={classes.quiet}>{t('form.rules', { count: form.rules.length })}</p>
      <Link to={`/applications?programme_id=${programme.id}`} className="gw-link">
        {t('form.see')}
      </Link>
    </Section>
  );
}

function Certification({ programme, asked: { certification } }: Props) {
  const { t } = useTranslation('screens-programmes');
  if (!certification && !programme.gates.some(({ kind }) => kind === 'certification')) return null;
  return (
    <Section
      title={t('certification.title')}
      actions={<EditCertification programme={programme} certification={certification} />}
    >
      {certification ? (
        <>
          <strong>{certification.name}</strong>
          <div className={classes.quiet}>
            {certification.kind === 'quiz'
              ? t('certification.quiz', { count: certification.questions.length, mark: certification.pass_percent })
              : t('certification.proof')}{' '}
            {certification.valid_days === null
              ? t('certification.forGood')
              : t('certification.valid', { count: certification.valid_days })}
          </div>
        </>
      ) : (
        t('certification.none')
      )}
    </Section>
  );
}

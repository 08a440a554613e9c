import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { ReasonDialog } from '../applications/reason-dialog.tsx';
import classes from '../programmes/programmes.module.css';
import type { PartnerPage } from './partner.tsx';

type Enrolment = PartnerPage['enrolments'][number];

const VERBS = { active: ['pause', 'end'], paused: ['resume', 'end'], ended: [] } as const;
const BECOMES = { pause: 'paused', resume: 'active', end: 'ended' } as const;

/** Pauses, ends or resumes the partner's place in one programme, with a reason that stays. */
export function EnrolmentState({ partner, enrolment }: { partner: PartnerPage; enrolment: Enrolment }) {
  const { t } = useTranslation('screens-programmes');
  const queries = useQueryClient();
  const verbs = VERBS[enrolment.state as keyof typeof VERBS] ?? [];
  const run = (verb: keyof typeof BECOMES) => async (reason: string) => {
    const path = { id: enrolment.programme_id, partner_id: partner.id };
    const body = { state: BECOMES[verb], reason };
    await ask(api.PATCH('/v1/programmes/{id}/enrolments/{partner_id}', { params: { path }, body }));
    await queries.invalidateQueries({ queryKey: ['partners', partner.id] });
  };
  return (
    <div className={classes.actions}>
      {verbs.map((verb) => (
        <ReasonDialog
          key={verb}
          size="compact-xs"
          variant="subtle"
          danger={verb === 'end'}
          label={t(`enrolment.${verb}`)}
          title={t('enrolment.title', { verb: t(`enrolment.${verb}`), programme: enrolment.programme_name })}
          text={t('enrolment.text')}
          done={t('enrolment.done')}
          run={run(verb)}
        />
      ))}
    </div>
  );
}

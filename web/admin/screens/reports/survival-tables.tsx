import { useTranslation } from 'react-i18next';
import { numberText } from '../../../lib/format.ts';
import { Count } from '../../../ui/numbers.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { Section } from '../../../ui/section.tsx';
import classes from './reports.module.css';
import type { Drawn, SurvivalGroup } from './survival-chart.ts';
import { probabilityText, type Report, shareAt, useNames } from './survival-say.ts';

/** Every group with its curve in figures. */
export function Groups({ data }: { data: Report }) {
  const { t } = useTranslation('screens-survival');
  const nameOf = useNames(data.by);
  const months = [3, 12, 24];
  const shareOf = (group: SurvivalGroup, month: number) => {
    if (group.customers < 10) return <span className={classes.missing}>{t('tooFew')}</span>;
    return shareAt(group, month) ?? <span className={classes.missing}>{t('tooEarly')}</span>;
  };
  return (
    <Section title={t('table')} note={t('tableNote')} flush>
      <PlainTable
        label={t('table')}
        columns={[
          { title: t('group') },
          { title: t('customers'), end: true },
          { title: t('left'), end: true },
          ...months.map((count) => ({ title: t('after', { count }), end: true })),
          { title: t('median'), end: true },
        ]}
        rows={data.groups.map((group) => [
          nameOf(group.value),
          <Count key="customers" value={group.customers} />,
          <Count key="left" value={group.left} />,
          ...months.map((month) => shareOf(group, month)),
          group.median_months === null
            ? t('notYet')
            : t('medianMonths', { months: numberText(group.median_months, 1) }),
        ])}
      />
    </Section>
  );
}

/** Each segment beside everybody outside it, at the month of the comparison. */
export function SegmentsAndOthers({ data }: { data: Report }) {
  const { t } = useTranslation('screens-survival');
  const nameOf = useNames(data.by);
  const count = data.month ?? 3;
  const shown = (group: SurvivalGroup, of: Drawn | null) => {
    if (group.others?.looks_ahead) return <span className={classes.missing}>{t('looksAhead')}</span>;
    if (!group.is_compared) return <span className={classes.missing}>{t('tooFew')}</span>;
    return (of && shareAt(of, count)) ?? <span className={classes.missing}>{t('tooEarly')}</span>;
  };
  return (
    <Section title={t('segmentsTable')} note={t('segmentsNote')} flush>
      <PlainTable
        label={t('segmentsTable')}
        columns={[
          { title: t('attributes.segment') },
          { title: t('customers'), end: true },
          { title: t('left'), end: true },
          { title: t('after', { count }), end: true },
          { title: t('outsideAfter', { count }), end: true },
          { title: t('p'), end: true },
        ]}
        rows={data.groups.map((group) => [
          nameOf(group.value),
          <Count key="customers" value={group.customers} />,
          <Count key="left" value={group.left} />,
          shown(group, group),
          shown(group, group.others),
          <span key="p" className="gw-num">
            {probabilityText(group.others?.p_corrected ?? null, t)}
          </span>,
        ])}
      />
    </Section>
  );
}

/** Whether customers differ by each attribute, corrected for how many were asked. */
export function Attributes({ data }: { data: Report }) {
  const { t } = useTranslation('screens-survival');
  return (
    <Section title={t('others')} note={t('othersNote')} flush>
      <PlainTable
        label={t('others')}
        columns={[
          { title: t('attribute') },
          { title: t('answer') },
          { title: t('p'), end: true },
          { title: t('q'), end: true },
        ]}
        rows={data.attributes.map((one) => [
          t(`attributes.${one.by}`),
          t(`verdicts.${one.verdict}`),
          probabilityText(one.p, t),
          probabilityText(one.q, t),
        ])}
      />
    </Section>
  );
}

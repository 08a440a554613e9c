import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Offer, ScenarioInput } from '../../../../src/advocacy/scenarios/model.ts';
import { api, ask, type Got } from '../../../lib/api.ts';
import { PageSkeleton } from '../../../ui/loading.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section } from '../../../ui/section.tsx';
import { LabActions } from './actions.tsx';
import { Answer } from './answer.tsx';
import { Assumptions } from './assumptions.tsx';
import { DraftTerms } from './draft-terms.tsx';
import { Guarded } from './guarded.tsx';
import { OfferFields } from './offer-fields.tsx';
import { speak } from './said.ts';
import classes from './scenarios.module.css';
import { Starts } from './starts.tsx';
import { usePlayed } from './use-played.ts';

export type Scenario = Got<'/v1/scenarios/{id}'>;
export type Start = Got<'/v1/scenarios/starts'>['items'][number];

/** What would an offer bring, and what would it cost? */
export default function Lab() {
  const { id } = useParams({ strict: false }) as { id?: string };
  return id ? <Saved key={id} id={id} /> : <Fresh />;
}

function Saved({ id }: { id: string }) {
  const found = useQuery({
    queryKey: ['scenarios', id],
    queryFn: () => ask(api.GET('/v1/scenarios/{id}', { params: { path: { id } } })),
  });
  return <QueryView query={found}>{(scenario) => <Bench scenario={scenario} first={scenario.input} />}</QueryView>;
}

function Fresh() {
  const starts = useQuery({
    queryKey: ['scenario-starts'],
    queryFn: () => ask(api.GET('/v1/scenarios/starts')),
    staleTime: 300_000,
  });
  const [key, setKey] = useState('own');
  return (
    <QueryView query={starts} skeleton={<PageSkeleton />}>
      {({ items }) => {
        const start = items.find((one) => one.key === key) ?? (items[0] as Start);
        return (
          <Bench key={start.key} first={start.input}>
            <Starts items={items} chosen={start} onChoose={setKey} />
          </Bench>
        );
      }}
    </QueryView>
  );
}

type BenchProps = { scenario?: Scenario; first: Start['input']; children?: ReactNode };

function Bench({ scenario, first, children }: BenchProps) {
  const { t } = useTranslation('screens-scenarios');
  const [input, setInput] = useState(first as ScenarioInput);
  const change = useCallback((part: Partial<ScenarioInput>) => setInput((now) => ({ ...now, ...part })), []);
  const played = usePlayed(input);
  const result = played?.result;
  const problem = useMemo(
    () => (result?.outcome === 'impossible' ? { field: result.field, text: speak(t, result.said) } : undefined),
    [result, t],
  );
  const isChanged = input !== (first as ScenarioInput);
  return (
    <>
      <PageHeader
        back={
          <Link to="/scenarios" className="gw-link">
            {t('title')}
          </Link>
        }
        title={scenario?.name ?? t('new')}
        answer={scenario ? undefined : t('lab.question')}
        actions={
          <LabActions
            scenario={scenario}
            input={input}
            result={result}
            isChanged={isChanged}
            draft={scenario && <DraftTerms scenario={scenario} isChanged={isChanged} />}
          />
        }
      />
      {children}
      <div className={classes.lab}>
        <div className={classes.offers}>
          <Offers input={input} onChange={change} problem={problem} />
          <Guarded input={input} onChange={change} problem={problem} />
        </div>
        <div className={classes.answer}>
          {problem && (
            <Notice tone="bad" title={t('impossible.title')} alert>
              {problem.text}
            </Notice>
          )}
          {!result && <PageSkeleton />}
          {result?.outcome === 'played' && <Answer input={input} played={result} ms={played?.ms ?? 0} />}
        </div>
        <div className={classes.assumptions}>
          <Assumptions input={input} onChange={change} problem={problem} />
        </div>
      </div>
    </>
  );
}

type OffersProps = {
  input: ScenarioInput;
  onChange: (change: Partial<ScenarioInput>) => void;
  problem: { field: string; text: string } | undefined;
};

function Offers({ input, onChange, problem }: OffersProps) {
  const { t } = useTranslation('screens-scenarios');
  const { offers, currency } = input;
  const setA = (a: Offer) => onChange({ offers: { ...offers, a } });
  const setB = (b: Offer | null) => onChange({ offers: { ...offers, b } });
  return (
    <Section
      title={t('offers.title')}
      actions={
        <Button variant="default" size="compact-sm" onClick={() => setB(offers.b ? null : offers.a)}>
          {t(offers.b ? 'offers.without' : 'offers.compare')}
        </Button>
      }
    >
      <div className={classes.pair}>
        <div>
          <h3>{t('offers.a')}</h3>
          <OfferFields at="a" offer={offers.a} currency={currency} onChange={setA} problem={problem} />
        </div>
        {offers.b && (
          <div>
            <h3>{t('offers.b')}</h3>
            <OfferFields at="b" offer={offers.b} currency={currency} onChange={setB} problem={problem} />
          </div>
        )}
      </div>
    </Section>
  );
}

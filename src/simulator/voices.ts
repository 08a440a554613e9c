import type { PersonRow } from '../customers/people/store.ts';
import type { SurveyAnswerRow, SurveyRow } from '../customers/surveys/store.ts';
import type { TicketRow } from '../customers/tickets/store.ts';
import { addDaysToDate } from '../kernel/time.ts';
import { clamp, type Draw } from './draw.ts';
import { daysBetween, type SimAccount } from './population.ts';
import type { Stamp } from './stamp.ts';

type Known = { id: string; account: SimAccount };

const TOPICS = [
  'Calendar does not sync',
  'Cannot sign in',
  'Wrong route',
  'Export is empty',
  'How do I add a seat?',
] as const;

/** Tickets as often, as severe and as slow as the account's friction has it. Nearly all are solved. */
export function makeTickets(draw: Draw, stamp: Stamp, accounts: Known[]): TicketRow[] {
  return accounts.flatMap(({ id, account }) => {
    const days = daysBetween(account.signed_up_on, account.life.ended_on ?? stamp.today);
    const seats = account.life.spells[0]?.seats ?? 1;
    const expected = (days / 30) * (0.08 + 0.9 * account.friction ** 2) * (1 + Math.log10(seats) / 2);
    const count = Math.floor(expected + draw.random());
    return Array.from({ length: count }, (_, index) => makeTicket(draw, stamp, { id, account, index, days }));
  });
}

function makeTicket(draw: Draw, stamp: Stamp, spec: Known & { index: number; days: number }): TicketRow {
  const { account, days, index } = spec;
  const opened = addDaysToDate(account.signed_up_on, draw.whole(0, Math.max(0, days - 1)));
  const minutes = Math.round(Math.exp(draw.normal(Math.log(180 + 1100 * account.friction), 0.7)));
  const isOpen = daysBetween(opened, stamp.today) < 4 ? draw.chance(0.5) : draw.chance(0.004);
  const openedAt = stamp.at(opened, draw.whole(7, 16), draw.whole(0, 59));
  const severity = Number(draw.weighted({ '1': 3, '2': 15, '3': 52, '4': 30 }));
  const level = account.life.levels[Math.floor(daysBetween(account.signed_up_on, opened) / 7)] ?? 0;
  const rating = Math.round(
    clamp(4.6 + 0.7 * level - 2 * account.friction - minutes / 8000 + draw.normal(0, 0.6), 1, 5),
  );
  const closedAt = new Date(Date.parse(openedAt) + minutes * 60_000).toISOString();
  const isClosed = !isOpen && closedAt.slice(0, 10) < stamp.today;
  return {
    id: stamp.id('ticket', opened),
    account_id: spec.id,
    source: stamp.source,
    external_id: `${account.key}-t${index}`,
    subject: draw.pick(TOPICS),
    status: isClosed ? 'closed' : 'open',
    severity,
    opened_at: openedAt,
    closed_at: isClosed ? closedAt : null,
    first_response_minutes: Math.max(3, Math.round(minutes * 0.15)),
    resolution_minutes: isClosed ? minutes : null,
    reopened_count: draw.chance(0.25 * account.friction) ? 1 : 0,
    satisfaction: isClosed && draw.chance(0.55) ? String(rating) : null,
    satisfaction_scale: 5,
    ...stamp.kept(opened),
  };
}

export function makeSurveys(stamp: Stamp, on: string): SurveyRow[] {
  const survey = (external_id: string, kind: string, title: string) => ({
    id: stamp.id('survey', on),
    source: stamp.source,
    external_id,
    kind,
    title,
    created_at: stamp.at(on, 0),
  });
  return [
    survey('nps', 'nps', 'Would you recommend us?'),
    survey('onboarding', 'onboarding', 'How did you hear about us?'),
  ];
}

type Asked = Known & { people: PersonRow[] };

/** A question a quarter to champion and decision maker; a third answer, from how they use it and how much trouble it is. */
export function makeAnswers(draw: Draw, stamp: Stamp, asked: Asked[], surveys: SurveyRow[]): SurveyAnswerRow[] {
  const [nps, onboarding] = surveys;
  if (!nps || !onboarding) return [];
  return asked.flatMap((one) => [...npsAnswers(draw, stamp, one, nps.id), ...heardAnswers(stamp, one, onboarding.id)]);
}

function npsAnswers(draw: Draw, stamp: Stamp, { id, account, people }: Asked, survey_id: string): SurveyAnswerRow[] {
  const days = daysBetween(account.signed_up_on, account.life.ended_on ?? stamp.today);
  const rounds = Math.floor((days - 20) / 91) + 1;
  return people.slice(0, 2).flatMap((person, who) =>
    Array.from({ length: Math.max(0, rounds) }, (_, round) => 20 + round * 91 + draw.whole(0, 12))
      .filter((day) => day < days && draw.chance(0.38))
      .map((day) => {
        const level = account.life.levels[Math.floor(day / 7)] ?? 0;
        const on = addDaysToDate(account.signed_up_on, day);
        const score = Math.round(clamp(6.1 + 5 * level - 2.4 * account.friction + draw.normal(0, 1.1), 0, 10));
        const answer = { survey_id, account_id: id, person_id: person.id, score: String(score), scale_max: 10 };
        return { ...answer, ...answerKeys(stamp, `${account.key}-n${who}-${day}`, on), answered_at: stamp.at(on, 11) };
      }),
  );
}

function heardAnswers(stamp: Stamp, { id, account, people }: Asked, survey_id: string): SurveyAnswerRow[] {
  if (account.says === null) return [];
  const keys = answerKeys(stamp, `${account.key}-heard`, account.signed_up_on);
  const answered_at = stamp.at(account.signed_up_on, 12);
  return [
    { survey_id, account_id: id, person_id: people[0]?.id ?? null, answer_text: account.says, ...keys, answered_at },
  ];
}

function answerKeys(stamp: Stamp, external_id: string, on: string) {
  return { id: stamp.id('surveyAnswer', on), source: stamp.source, external_id };
}

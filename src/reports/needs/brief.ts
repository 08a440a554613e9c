import { sql } from 'kysely';
import type { z } from 'zod';
import type { Need, NeedKind } from '../../customers/needs/model.ts';
import { keywordIn } from '../../customers/needs/rules/recognise.ts';
import { notFound } from '../../kernel/errors.ts';
import { formatMoney } from '../../kernel/money.ts';
import { type Ctx, requireScope } from '../../platform/ctx.ts';
import { say } from '../../platform/locale.ts';
import type { briefSchema } from './schema.ts';
import { needsWorth } from './worth.ts';

export type Brief = z.infer<typeof briefSchema>;
type Quote = Brief['quotes'][number];

const MOST_QUOTES = 5;
const MOST_READ = 2000;
const MOST_NAMED = 3;
/** Of ten: whoever gave less does not speak for us. */
const LEAST_SCORE = 8;

/** From pain point to what we say, what is to be made of it and where it leads, with the numbers behind it. @throws 404. */
export async function needBrief(ctx: Ctx, id: string): Promise<Brief> {
  requireScope(ctx, 'customers:read');
  const row = await ctx.db.selectFrom('needs').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound('pain point or use case', id);
  const need = { ...row, kind: row.kind as NeedKind };
  const { items, currency, data_until, limits } = await needsWorth(ctx, need.kind);
  const worth = items.find(({ need_id }) => need_id === id);
  if (!worth) throw notFound('pain point or use case', id);
  const quotes = await quotesFor(ctx, need);
  return {
    need: {
      ...need,
      created_at: need.created_at.toISOString(),
      updated_at: need.updated_at.toISOString(),
      archived_at: need.archived_at?.toISOString() ?? null,
    },
    worth,
    currency,
    data_until,
    industries: await commonest(ctx, id, 'industry'),
    channels: await commonest(ctx, id, 'first_touch_channel'),
    quotes,
    quotes_sentence:
      quotes.length === 0 ? say('needs:quotes.none') : say('needs:quotes.some', { count: quotes.length }),
    limits,
  };
}

async function commonest(ctx: Ctx, needId: string, column: 'industry' | 'first_touch_channel') {
  const { rows } = await sql<{ name: string; customers: number }>`
    select a.${sql.ref(column)} as name, count(*) as customers
    from account_needs an join accounts a on a.id = an.account_id and a.merged_into_id is null
    where an.need_id = ${needId} and an.state = 'confirmed' and a.${sql.ref(column)} <> ''
    group by 1 order by 2 desc, 1 limit ${MOST_NAMED}`.execute(ctx.db);
  return rows;
}

type Said = { text: string; person: string; title: string | null; company: string; said_at: Date };

/** What people of such accounts said in its words: only who agreed to speak for us, has not taken it back, and is content. */
async function quotesFor(ctx: Ctx, need: Pick<Need, 'id' | 'name' | 'keywords'>): Promise<Quote[]> {
  const { rows } = await sql<Said>`
    select v.answer_text as text, p.name as person, p.title, a.name as company, v.answered_at as said_at
    from survey_answers v join people p on p.id = v.person_id join accounts a on a.id = v.account_id
    join account_needs an on an.account_id = a.id and an.need_id = ${need.id} and an.state = 'confirmed'
    where v.answer_text <> '' and p.name <> '' and p.unsubscribed_at is null
      and (v.score is null or v.score * 10 / v.scale_max >= ${LEAST_SCORE})
      and (select c.granted from person_consents c where c.person_id = p.id and c.purpose = 'advocacy'
        order by c.at desc limit 1)
    order by v.answered_at desc limit ${MOST_READ}`.execute(ctx.db);
  return rows
    .filter(({ text }) => keywordIn(text, need) !== undefined)
    .slice(0, MOST_QUOTES)
    .map((one) => ({ ...one, said_at: one.said_at.toISOString() }));
}

const percent = (share: number) => `${Math.round(share * 100)}%`;
const words = (key: string, params?: Record<string, unknown>) => say(`needs:brief.${key}`, params);

/** The brief as Markdown, to be handed to who makes the asset. */
export function briefMarkdown(brief: Brief): string {
  const { need, limits, data_until, quotes, quotes_sentence } = brief;
  const part = (title: string, lines: readonly string[]) => [`## ${title}`, '', ...lines, ''];
  return [
    `# ${oneLine(words('title', { name: need.name }))}`,
    '',
    `${words(`kind.${need.kind}`)}. ${words('data', { day: data_until })}`,
    '',
    ...(need.description ? part(words('what'), [need.description]) : []),
    ...part(words('numbers'), numberLines(brief)),
    ...part(words('who'), whoLines(brief)),
    ...part(words('usp'), [need.usp || words('open')]),
    ...part(words('asset'), [need.asset || words('open')]),
    ...part(words('page'), [need.page_url || words('open')]),
    ...part(words('quotes'), quotes.length === 0 ? [quotes_sentence] : quotes.flatMap(quoteLines)),
    ...part(
      words('limits'),
      limits.map((limit) => `- ${limit}`),
    ),
  ].join('\n');
}

function numberLines({ worth, currency }: Brief): string[] {
  const { success, difference, left_share: gone } = worth;
  const points = (value: number) => String(Math.round(value * 100));
  return [
    worth.sentence,
    ...(success ? [words('interval', { low: percent(success.low), high: percent(success.high) })] : []),
    ...(difference
      ? [
          words('difference', {
            value: points(difference.value),
            low: points(difference.low),
            high: points(difference.high),
          }),
        ]
      : []),
    gone
      ? words('stay', { left: worth.left, watched: worth.watched, low: percent(gone.low), high: percent(gone.high) })
      : words('stay_unknown'),
    words('revenue', { mrr: formatMoney(worth.mrr_minor, currency) }),
  ].map((line) => `- ${line}`);
}

function whoLines({ industries, channels }: Brief): string[] {
  const list = (some: Brief['industries']) => some.map(({ name, customers }) => `${name} (${customers})`).join(', ');
  return [
    ...(industries.length > 0 ? [`- ${words('industries', { list: list(industries) })}`] : []),
    ...(channels.length > 0 ? [`- ${words('channels', { list: list(channels) })}`] : []),
  ];
}

function quoteLines({ text, person, title, company, said_at }: Quote): string[] {
  const who = [person, title, company].filter(Boolean).join(', ');
  return [`> ${oneLine(text)}`, '>', `> ${oneLine(who)}, ${said_at.slice(0, 10)}`, ''];
}

/** Somebody's text in a line of ours stays in it. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

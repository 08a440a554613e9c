import { createRequire } from 'node:module';
import { Document, Font, Page, renderToBuffer, StyleSheet, Text, View } from '@react-pdf/renderer';
import { createElement as h, type ReactElement } from 'react';
import { formatMoney } from '../../kernel/money.ts';
import { say } from '../../platform/locale.ts';
import type { Statement, StatementAccount } from './statement.ts';

const FONTS = createRequire(import.meta.url);
const fontFile = (weight: string) => FONTS.resolve(`@expo-google-fonts/noto-sans/${weight}`);

Font.register({
  family: 'Noto Sans',
  fonts: [
    { src: fontFile('400Regular/NotoSans_400Regular.ttf'), fontWeight: 400 },
    { src: fontFile('600SemiBold/NotoSans_600SemiBold.ttf'), fontWeight: 600 },
  ],
});
// Names and amounts are not broken inside a word.
Font.registerHyphenationCallback((word) => [word]);

const styles = StyleSheet.create({
  page: { fontFamily: 'Noto Sans', fontSize: 9, padding: 48, paddingBottom: 64, color: '#1c2024' },
  title: { fontSize: 18, fontWeight: 600, marginBottom: 4 },
  quiet: { color: '#495057', marginBottom: 2 },
  account: { marginTop: 22 },
  currency: { fontSize: 12, fontWeight: 600, marginBottom: 6 },
  row: { flexDirection: 'row', paddingVertical: 4, borderBottomWidth: 0.5, borderBottomColor: '#dee2e6' },
  strong: { fontWeight: 600 },
  date: { width: 70 },
  text: { flex: 1, paddingRight: 12 },
  amount: { width: 100, textAlign: 'right' },
  parts: { marginTop: 8, color: '#495057' },
  footer: { position: 'absolute', bottom: 32, left: 48, right: 48, color: '#495057', fontSize: 8 },
});

/** The statement as a PDF of A4 pages, with the fonts inside. */
export function statementPdf(statement: Statement): Promise<Buffer> {
  const { month, company, partner } = statement;
  const title = say('statements:title', { month: monthName(month) });
  const page = h(
    Page,
    { size: 'A4', style: styles.page },
    h(Text, { style: styles.title }, title),
    h(Text, { style: styles.quiet }, say('statements:for', { partner: partner.name, company })),
    h(Text, { style: styles.quiet }, say('statements:note')),
    ...statement.accounts.map(account),
    statement.accounts.length === 0 ? h(Text, { style: styles.account }, say('statements:empty')) : null,
    h(Text, {
      style: styles.footer,
      fixed: true,
      render: ({ pageNumber, totalPages }) =>
        say('statements:footer', { company, id: partner.id, month, page: pageNumber, pages: totalPages }),
    }),
  );
  return renderToBuffer(h(Document, { title, author: company, language: 'en' }, page));
}

function account({ currency, ...sums }: StatementAccount, index: number): ReactElement {
  const money = (minor: number) => formatMoney(minor, currency);
  const parts = {
    pending: money(sums.pending_minor),
    held: money(sums.held_minor),
    available: money(sums.available_minor),
  };
  return h(
    View,
    { key: index, style: styles.account },
    h(Text, { style: styles.currency }, currency),
    row({ key: 'opening', date: '', text: say('statements:opening'), amount: money(sums.opening_minor), strong: true }),
    ...sums.lines.map((line, at) =>
      row({ key: String(at), date: line.on, text: line.text, amount: money(line.amount_minor), strong: false }),
    ),
    row({ key: 'closing', date: '', text: say('statements:closing'), amount: money(sums.closing_minor), strong: true }),
    h(Text, { style: styles.parts }, say('statements:parts', parts)),
  );
}

type Row = { key: string; date: string; text: string; amount: string; strong: boolean };

function row({ key, date, text, amount, strong }: Row): ReactElement {
  return h(
    View,
    { key, style: strong ? [styles.row, styles.strong] : styles.row, wrap: false },
    h(Text, { style: styles.date }, date),
    h(Text, { style: styles.text }, text),
    h(Text, { style: styles.amount }, amount),
  );
}

function monthName(month: string): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  return new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(date);
}

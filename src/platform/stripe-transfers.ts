import { z } from 'zod';
import { type TransferProvider, TransferRefused, type TransferReport } from './transfers.ts';

const LONGEST_MS = 30_000;

const transferShape = z.object({
  id: z.string(),
  amount: z.int(),
  amount_reversed: z.int().default(0),
  currency: z.string(),
  destination: z.string(),
  transfer_group: z.string().nullable(),
});
const listShape = z.object({ data: z.array(transferShape) });
const eventsShape = z.object({
  data: z.array(z.object({ id: z.string(), data: z.object({ object: transferShape }) })),
});

/**
 * Transfers to connected accounts (Stripe Connect, docs.stripe.com/api/transfers). Our key is the idempotency key and the
 * transfer group, by which a transfer is found again when the answer was lost and the idempotency key has expired.
 */
export function stripeTransfers({ key, url }: { key: string; url: string }): TransferProvider {
  async function call(method: 'GET' | 'POST', path: string, form: Record<string, string>, idempotencyKey?: string) {
    const text = new URLSearchParams(form).toString();
    const response = await fetch(`${url}${path}${method === 'GET' ? `?${text}` : ''}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
        ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
      },
      ...(method === 'POST' ? { body: text } : {}),
      signal: AbortSignal.timeout(LONGEST_MS),
    });
    const body: unknown = await response.json();
    if (response.ok) return body;
    throw refusal(response.status, body);
  }

  return {
    name: 'stripe',
    async create(order) {
      const form = {
        amount: String(order.amountMinor),
        currency: order.currency.toLowerCase(),
        destination: order.account,
        transfer_group: order.key,
        description: order.text,
      };
      return toReport(transferShape.parse(await call('POST', '/v1/transfers', form, order.key)));
    },
    async find(key) {
      const found = listShape.parse(await call('GET', '/v1/transfers', { transfer_group: key, limit: '1' }));
      return found.data[0] && toReport(found.data[0]);
    },
    async news(cursor) {
      const form = { type: 'transfer.reversed', limit: '100', ...(cursor ? { ending_before: cursor } : {}) };
      const { data } = eventsShape.parse(await call('GET', '/v1/events', form));
      const reports = data.map((event) => toReport(event.data.object)).reverse();
      return { reports, cursor: data[0]?.id ?? cursor };
    },
  };
}

function toReport(transfer: z.infer<typeof transferShape>): TransferReport {
  return {
    key: transfer.transfer_group ?? '',
    ref: transfer.id,
    state: transfer.amount_reversed > 0 ? 'returned' : 'paid',
    amountMinor: transfer.amount,
    currency: transfer.currency.toUpperCase(),
    account: transfer.destination,
  };
}

const errorShape = z.object({ error: z.object({ message: z.string().optional(), type: z.string().optional() }) });

/** 400, 402 and 404 are about this transfer and certain; anything else may be over, or may have happened. */
function refusal(status: number, body: unknown): Error {
  const known = errorShape.safeParse(body);
  const message = known.data?.error.message ?? `the provider answered ${status}`;
  const isCertain = [400, 402, 404].includes(status) && known.data?.error.type !== 'idempotency_error';
  return isCertain ? new TransferRefused(message) : new Error(message);
}

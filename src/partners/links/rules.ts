import { AppError, invalidField } from '../../kernel/errors.ts';
import type { Device, Link, TargetRule } from './model.ts';

/** "Zoë Kovács-Nagy" → "zoe-kovacs-nagy": the readable half of a code; empty when nothing remains. */
export function codeStem(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return plain.replace(/^-+/, '').slice(0, 24).replace(/-+$/, '');
}

/**
 * Checks where a link may lead: http or https, on the product's own host or below it.
 * @param productUrl the company's product address from its settings
 * @param verified hosts beside the product's that are shown to be the company's
 * @param field what to name in a refusal
 * @throws 422 naming it; 409 when the company has not said where its product is.
 */
export function checkTarget(
  target: string | undefined,
  productUrl: string | null | undefined,
  verified: readonly string[] = [],
  field = 'target_url',
): string {
  const home = readUrl(productUrl ?? '');
  if (!home)
    throw new AppError('conflict', 'Nobody has said yet where the product is, so a link has nowhere to lead.', {
      field,
      hint: 'Set the product address in Settings first.',
    });
  const url = target === undefined ? home : readUrl(target);
  if (!url) throw invalidField(field, 'This is not an http or https address.', `Use one on ${home.host}.`);
  const hosts = [home.hostname.replace(/^www\./, ''), ...verified];
  const isOurs = hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
  if (url.username || url.password || !isOurs)
    throw invalidField(
      field,
      `Links may only lead to ${hosts.join(', ')}.`,
      'Use an address there, or add the domain under Settings, Link domains.',
    );
  return url.href;
}

/**
 * Checks the targets by country and device like the main one.
 * @throws 422 naming the rule's target_url, or the rule when it fits every visitor and would hide what follows.
 */
export function checkTargetRules(
  rules: readonly TargetRule[],
  productUrl: string | null | undefined,
  verified: readonly string[],
): TargetRule[] {
  return rules.map((rule, index) => {
    const field = `target_rules.${index}.target_url`;
    if (rule.countries.length === 0 && rule.devices.length === 0)
      throw invalidField(
        `target_rules.${index}.countries`,
        'This rule fits every visitor.',
        'Name countries or devices.',
      );
    return { ...rule, target_url: checkTarget(rule.target_url, productUrl, verified, field) };
  });
}

type Targets = Pick<Link, 'target_url' | 'target_rules'>;
type Visitor = { user_agent: string | undefined; country: string | undefined };

/** Where a visitor is led: the first rule that fits decides. */
export function targetFor({ target_url, target_rules }: Targets, { user_agent = '', country }: Visitor): string {
  if (target_rules.length === 0) return target_url;
  const device = deviceOf(user_agent);
  return target_rules.find((rule) => fits(rule, country, device))?.target_url ?? target_url;
}

function fits({ countries, devices }: TargetRule, country: string | undefined, device: Device | undefined): boolean {
  const here = countries.length === 0 || (country !== undefined && countries.includes(country));
  return here && (devices.length === 0 || (device !== undefined && devices.includes(device)));
}

/** Whether it matters where visitors of the link are. */
export function asksCountry({ target_rules }: Pick<Targets, 'target_rules'>): boolean {
  return target_rules.some(({ countries }) => countries.length > 0);
}

/** An iPad that asks for desktop pages calls itself a Macintosh, and is taken at its word. */
function deviceOf(userAgent: string): Device | undefined {
  if (/iPhone|iPad|iPod/.test(userAgent)) return 'ios';
  if (userAgent.includes('Android')) return 'android';
  return /Windows NT|Macintosh|X11|CrOS/.test(userAgent) ? 'desktop' : undefined;
}

/** The JSON of a `ClickToken` of a link; ids and instants of ours need no escapes. */
export function tokenText(link: Pick<Link, 'id' | 'partner_id' | 'programme_id'>, click: string, at: string) {
  return `{"link":"${link.id}","partner":"${link.partner_id}","programme":"${link.programme_id}","click":"${click}","at":"${at}"}`;
}

function readUrl(text: string): URL | undefined {
  const url = URL.parse(text);
  return url && /^https?:$/.test(url.protocol) ? url : undefined;
}

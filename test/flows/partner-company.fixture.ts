import { saveCompany } from '../../src/customers/company/service.ts';
import { enrolPartner } from '../../src/partners/enrolments/service.ts';
import { createLink } from '../../src/partners/links/service.ts';
import { createPartner } from '../../src/partners/partners/service.ts';
import { createProgramme, openProgramme } from '../../src/partners/programmes/service.ts';
import type { Ctx } from '../../src/platform/ctx.ts';

export type Partnered = { programmeId: string; partnerId: string; linkId: string; code: string };

/** A company with one live programme; amounts in EUR. */
export async function makeLiveProgramme(ctx: Ctx): Promise<string> {
  await saveCompany(ctx, {
    name: 'Acme',
    reporting_currency: 'EUR',
    zone: 'Europe/Budapest',
    product_url: 'https://product.example/start?lang=en',
  });
  const { id } = await createProgramme(ctx, { template: 'customer_referral', name: 'Friends' });
  await openProgramme(ctx, id);
  return id;
}

/** An approved, enrolled partner with one link. */
export async function addPartner(ctx: Ctx, programmeId: string, email: string): Promise<Partnered> {
  const partner = await createPartner(ctx, { kind: 'customer', name: email, email, state: 'approved' });
  const key = { programme_id: programmeId, partner_id: partner.id };
  await enrolPartner(ctx, { ...key, terms_version: 1 });
  const link = await createLink(ctx, key);
  return { programmeId, partnerId: partner.id, linkId: link.id, code: link.code };
}

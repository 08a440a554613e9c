import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApp, type TestApp } from '../harness/app.ts';
import { ACCOUNTS, SUBSCRIPTIONS } from './import-files.fixture.ts';
import { makeZip } from './import-zip.fixture.ts';

describe('importing over HTTP', () => {
  let test: TestApp;
  let headers: Record<string, string>;
  beforeAll(async () => {
    test = await openTestApp();
    headers = await test.keyHeaders();
  });
  afterAll(() => test.close());

  function upload(files: Record<string, string | Buffer>, as = headers) {
    const form = new FormData();
    for (const [name, content] of Object.entries(files))
      form.append('file', new Blob([Uint8Array.from(Buffer.from(content))]), name);
    return sendForm(form, as);
  }

  async function sendForm(form: FormData, as: Record<string, string>) {
    const request = new Request('http://localhost', { method: 'POST', body: form });
    const payload = Buffer.from(await request.arrayBuffer());
    const type = request.headers.get('content-type') ?? '';
    return test.app.inject({
      method: 'POST',
      url: '/v1/imports/plan',
      payload,
      headers: { ...as, 'content-type': type },
    });
  }

  /** The run goes on after its answer: asks until it is over, as the screen does. */
  async function settled(id: string) {
    for (;;) {
      const { state, ...rest } = (await test.app.inject({ url: `/v1/imports/${id}`, headers })).json();
      if (state === 'done' || state === 'failed') return { state, ...rest };
      await setTimeout(20);
    }
  }

  it('plans, lets the mapping be changed, runs, and lists what it could not use', async () => {
    const planned = await upload({
      'accounts.csv': `${ACCOUNTS}A-3,=HYPERLINK(1),X,soon,\n`,
      'subscriptions.csv': SUBSCRIPTIONS,
    });
    expect(planned.statusCode, planned.body).toBe(201);
    const { id, plan, state } = planned.json();
    expect([state, plan.questions]).toEqual(['planned', []]);
    expect(plan.evidence[0]).toMatchObject({ file: 'accounts.csv', entity: 'accounts' });
    const mapping = structuredClone(plan.mapping);
    mapping.files['accounts.csv'].entities.accounts.columns.industry.to = 'attributes.branch';
    const changed = await test.app.inject({
      method: 'PUT',
      url: `/v1/imports/${id}/mapping`,
      headers,
      payload: mapping,
    });
    expect(changed.statusCode, changed.body).toBe(200);
    const run = await test.app.inject({ method: 'POST', url: `/v1/imports/${id}/run`, headers, payload: {} });
    expect(run.statusCode, run.body).toBe(202);
    const done = await settled(id);
    expect(done).toMatchObject({ state: 'done', rows_read: 5 });
    const rejects = await test.app.inject({ url: `/v1/imports/${id}/rejects`, headers });
    expect(rejects.json()).toMatchObject({ total: 1, items: [{ line: 4, field: 'signup_date' }] });
    const all = await test.app.inject({ url: `/v1/imports/${id}/rejects.csv`, headers });
    expect(all.headers['content-type']).toContain('text/csv');
    const own = await test.app.inject({ url: `/v1/imports/${id}/rejects.csv?file=accounts.csv`, headers });
    expect(own.body).toContain("A-3,'=HYPERLINK(1)");
    expect((await test.app.inject({ method: 'POST', url: `/v1/imports/${id}/run`, headers })).statusCode).toBe(409);
    const listed = (await test.app.inject({ url: '/v1/imports', headers })).json();
    expect(listed).toMatchObject({ total: 1, items: [{ id, label: 'accounts.csv, subscriptions.csv' }] });
    const quality = await test.app.inject({ url: '/v1/reports/data-quality', headers });
    expect(quality.json().findings.map((finding: { code: string }) => finding.code)).toContain('unusable_rows');
  });

  it('takes an archive of files', async () => {
    const planned = await upload({ 'export.zip': makeZip([{ name: 'crm/accounts.csv', content: ACCOUNTS }]) });
    expect(planned.statusCode, planned.body).toBe(201);
    expect(planned.json().plan.evidence[0].file).toBe('crm/accounts.csv');
  });

  it('refuses a bomb, a way out of the folder, and what is no CSV', async () => {
    const bomb = makeZip([{ name: 'a.csv', content: Buffer.alloc(60 * 1024 * 1024, 65) }]);
    expect((await upload({ 'bomb.zip': bomb })).json()).toMatchObject({ status: 413, code: 'too_large' });
    const out = makeZip([{ name: '../../accounts.csv', content: ACCOUNTS }]);
    expect((await upload({ 'out.zip': out })).json()).toMatchObject({ status: 422 });
    expect((await upload({ 'broken.zip': 'no archive' })).json()).toMatchObject({ status: 422 });
    expect((await upload({ 'photo.png': 'x' })).json()).toMatchObject({ status: 422, field: 'photo.png' });
    expect((await sendForm(new FormData(), headers)).statusCode).toBe(422);
  });

  it('names what a mapping gets wrong, and changes nothing', async () => {
    const { id, plan } = (await upload({ 'accounts.csv': ACCOUNTS })).json();
    const mapping = structuredClone(plan.mapping);
    mapping.files['accounts.csv'].entities.accounts.columns.nowhere = { to: 'name', type: 'text' };
    const refused = await test.app.inject({
      method: 'PUT',
      url: `/v1/imports/${id}/mapping`,
      headers,
      payload: mapping,
    });
    expect(refused.json()).toMatchObject({ status: 422, field: 'files.accounts.csv.nowhere' });
    expect((await test.app.inject({ url: `/v1/imports/${id}`, headers })).json().plan.mapping).toEqual(plan.mapping);
  });

  it('lets a viewer look and not import', async () => {
    const viewer = await test.memberHeaders('viewer');
    expect((await upload({ 'accounts.csv': ACCOUNTS }, viewer)).statusCode).toBe(403);
    expect((await test.app.inject({ url: '/v1/imports', headers: viewer })).statusCode).toBe(200);
    expect((await test.app.inject({ url: '/v1/imports/im_0/rejects', headers: viewer })).statusCode).toBe(404);
  });
});

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

  it('refuses names that are no names, two files of one name, and archives of nothing', async () => {
    const long = `${'x'.repeat(300)}.csv`;
    for (const name of ['a\u0000b.csv', long, `${'é'.repeat(130)}.csv`, '.csv'])
      expect((await upload({ [name]: ACCOUNTS })).json(), name).toMatchObject({ status: 422 });
    const twice = new FormData();
    for (const content of [ACCOUNTS, SUBSCRIPTIONS]) twice.append('file', new Blob([content]), 'a.csv');
    expect((await sendForm(twice, headers)).json()).toMatchObject({
      status: 422,
      detail: 'Two files are called a.csv.',
    });
    const empty = { 'photos.zip': makeZip([{ name: 'a.png', content: 'x' }]) };
    expect((await upload(empty)).json().detail).toBe('The archive photos.zip holds no CSV file.');
    for (const names of [['a.csv', 'a.csv'], [long], ['a.csv', 'a.csv/b.csv']]) {
      const archive = makeZip(names.map((name) => ({ name, content: ACCOUNTS })));
      const refused = await upload({ 'export.zip': archive });
      expect(refused.statusCode, refused.body).toBe(422);
      expect(refused.body).not.toContain('imports/');
    }
  });

  it.each([
    ['says no boundary', 'multipart/form-data', 'x'],
    ['has a boundary longer than any', `multipart/form-data; boundary=${'a'.repeat(300)}`, 'x'],
    ['never begins', 'multipart/form-data; boundary=aa', '--bb\r\n\r\n'],
    [
      'ends in the middle of a file',
      'multipart/form-data; boundary=aa',
      '--aa\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\naccount_id,na',
    ],
    ['is no form at all', 'application/json', '{}'],
  ])('refuses a form that %s', async (_what, type, payload) => {
    const url = '/v1/imports/plan';
    const answer = await test.app.inject({
      method: 'POST',
      url,
      payload,
      headers: { ...headers, 'content-type': type },
    });
    expect(answer.json()).toMatchObject({ status: 400, code: 'bad_request' });
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

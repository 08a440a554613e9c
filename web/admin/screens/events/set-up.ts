/** The clients the doors take, the easiest first. */
export const CLIENTS = ['script', 'browser', 'node', 'posthog', 'api'] as const;
export type Client = (typeof CLIENTS)[number];

/** What to paste to connect a client. Servers send with a secret key, which is shown once where it is made. */
export function setUpOf(client: Client, origin: string, siteKey: string): string {
  const { host, protocol } = new URL(origin);
  switch (client) {
    case 'script':
      return `<script>window.gw=window.gw||function(){(gw.q=gw.q||[]).push(arguments)}</script>
<script async src="${origin}/gw.js" data-key="${siteKey}"></script>
<script>
  gw('identify', 'USER-ID', { email: 'ann@customer.com' });
  gw('group', 'ACCOUNT-ID', { name: 'Customer Inc' });
  gw('track', 'Report exported', { rows: 40 });
</script>`;
    case 'browser':
      return `const [analytics] = await AnalyticsBrowser.load(
  { writeKey: '${siteKey}', cdnURL: '${origin}' },
  { integrations: { 'Segment.io': { apiHost: '${host}/v1', protocol: '${protocol.replace(':', '')}' } } },
);`;
    case 'node':
      return `const analytics = new Analytics({ writeKey: 'SECRET-KEY', host: '${origin}', path: '/v1/batch' });
analytics.group({ userId: 'USER-ID', groupId: 'ACCOUNT-ID', traits: { name: 'Customer Inc' } });
analytics.track({ userId: 'USER-ID', event: 'Report exported', properties: { rows: 40 } });`;
    case 'posthog':
      return `const posthog = new PostHog('SECRET-KEY', { host: '${origin}' });
posthog.groupIdentify({ groupType: 'company', groupKey: 'ACCOUNT-ID', properties: { name: 'Customer Inc' } });
posthog.capture({ distinctId: 'USER-ID', event: 'Report exported', groups: { company: 'ACCOUNT-ID' } });`;
    case 'api':
      return `curl ${origin}/v1/events -H 'authorization: Bearer SECRET-KEY' -H 'content-type: application/json' \\
  -d '{"events":[{"event":"Report exported","user_id":"USER-ID","account_id":"ACCOUNT-ID","id":"1"}]}'`;
  }
}

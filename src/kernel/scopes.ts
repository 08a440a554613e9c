/** What an actor may do. A verb's first line asks for one of these. */
export const SCOPES = [
  'customers:read',
  'customers:write',
  'imports:write',
  'success:read',
  'success:write',
  'advocates:read',
  'advocates:write',
  'programmes:read',
  'programmes:write',
  'partners:read',
  'partners:write',
  'money:read',
  'money:write',
  'rewards:write',
  'payouts:write',
  'payouts:approve',
  'settings:read',
  'settings:write',
  'track:write',
  'events:write',
  'portal:read',
  'portal:write',
] as const;

export type Scope = (typeof SCOPES)[number];
export const ROLES = ['owner', 'manager', 'finance', 'viewer', 'partner'] as const;
export type Role = (typeof ROLES)[number];

const READ: Scope[] = [
  'customers:read',
  'success:read',
  'advocates:read',
  'programmes:read',
  'partners:read',
  'money:read',
  'settings:read',
];
const MANAGE: Scope[] = [
  ...READ,
  'customers:write',
  'imports:write',
  'success:write',
  'advocates:write',
  'programmes:write',
  'partners:write',
  'rewards:write',
];

export const ROLE_SCOPES: Record<Role, readonly Scope[]> = {
  owner: SCOPES.filter((scope) => !scope.startsWith('portal:')),
  manager: MANAGE,
  finance: [...READ, 'money:write', 'rewards:write', 'payouts:write', 'payouts:approve'],
  viewer: READ,
  partner: ['portal:read', 'portal:write'],
};

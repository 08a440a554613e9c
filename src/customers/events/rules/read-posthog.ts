import { ACCOUNT_GROUPS, type Fields, type Refusal, type Told } from '../model.ts';
import { fieldsOf, nameOf } from './texts.ts';

/** PostHog's words: what is no event of the product's own begins with a dollar sign. */
export function readPosthog(raw: Fields): Told | Refusal {
  const name = nameOf(raw.event);
  if (name === null) return 'no_name';
  const properties = fieldsOf(raw.properties);
  const told: Told = {
    kind: 'use',
    id: nameOf(raw.uuid ?? raw.messageId ?? properties.$insert_id),
    name,
    user: nameOf(raw.distinct_id ?? properties.distinct_id),
    anonymous: null,
    account: accountOf(fieldsOf(properties.$groups)),
    tells_account: false,
    previous: null,
    at: 0,
    quantity: undefined,
    duration_s: undefined,
    error_count: undefined,
    properties,
    traits: {},
    account_traits: {},
  };
  return special(told, raw, properties);
}

function special(told: Told, raw: Fields, properties: Fields): Told | Refusal {
  switch (told.name) {
    case '$identify':
    case '$set': {
      const once = fieldsOf(properties.$set_once ?? raw.$set_once);
      const traits = { ...once, ...fieldsOf(properties.$set ?? raw.$set) };
      return { ...told, kind: 'person', name: 'identify', anonymous: nameOf(properties.$anon_distinct_id), traits };
    }
    case '$create_alias':
      return { ...told, kind: 'alias', name: 'alias', user: told.user, previous: nameOf(properties.alias) };
    case '$groupidentify':
      return group(told, properties);
    case '$pageview':
      return { ...told, name: 'Page viewed' };
    case '$screen': {
      const screen = nameOf(properties.$screen_name);
      return { ...told, name: screen === null ? 'Screen viewed' : `Screen: ${screen}` };
    }
    default:
      return told;
  }
}

/** The client writes a made-up user (`$company_c1`) for a group that it tells about without a user. */
function group(told: Told, properties: Fields): Told | Refusal {
  const key = nameOf(properties.$group_key);
  const type = nameOf(properties.$group_type);
  if (key === null || type === null) return 'no_group';
  const user = told.user === `$${type}_${key}` ? null : told.user;
  const traits = fieldsOf(properties.$group_set);
  return { ...told, kind: 'account', name: 'group', user, account: key, tells_account: true, account_traits: traits };
}

/** Which of the groups is the account: the one whose kind says so, else the only one. */
function accountOf(groups: Fields): string | null {
  const kind = ACCOUNT_GROUPS.find((name) => Object.hasOwn(groups, name));
  if (kind !== undefined) return nameOf(groups[kind]);
  const only = Object.values(groups);
  return only.length === 1 ? nameOf(only[0]) : null;
}

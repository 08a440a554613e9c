import { api, ask, type Item } from '../../../lib/api.ts';

export type Gift = Item<'/v1/gifts'>;

export const giftsQuery = { queryKey: ['gifts'], queryFn: () => ask(api.GET('/v1/gifts')) };

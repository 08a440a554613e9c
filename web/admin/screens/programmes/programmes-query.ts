import { api, ask } from '../../../lib/api.ts';

/** Every programme with the terms in force; screens choose one from it. */
export const programmesQuery = {
  queryKey: ['programmes'],
  queryFn: () => ask(api.GET('/v1/programmes')),
};

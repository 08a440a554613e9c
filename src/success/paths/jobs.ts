/** Looks for success paths, as asked for in the console: `{ search_id }`. */
export const SEARCH_PATHS = 'search-paths';
/** Every night, and when another path is chosen: how far every account is along it. */
export const FOLLOW_PATH = { name: 'follow-path', cron: '27 4 * * *' };

export type SearchPathsPayload = { search_id: string };

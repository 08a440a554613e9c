/** A list as somebody filtered and sorted it; `search` is the query of its address, such as `state=held&sort=gross`. */
export type SavedView = {
  id: string;
  user_id: string;
  screen: string;
  name: string;
  search: string;
  /** Everybody of the team sees it; only who made it changes it. */
  shared: boolean;
  created_at: Date;
};

/** One use of a feature by an account. */
export type UsageRow = {
  account_id: string;
  /** The event's id at its source: unique within the account. */
  id: string;
  occurred_at: Date | string;
  subscription_external_id?: string | null;
  person_external_id?: string | null;
  feature: string;
  quantity?: number;
  duration_s?: number | null;
  error_count?: number | null;
};

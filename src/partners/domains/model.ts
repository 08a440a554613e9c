/** A host of the company to which links may lead once `verified_at` is set. */
export type LinkDomain = {
  domain: string;
  /** What the TXT record must hold. */
  token: string;
  verified_at: Date | null;
  created_by: string;
  created_at: Date;
};

/** The name of the TXT record that shows whose domain it is. */
export function recordName(domain: string): string {
  return `_goodword.${domain}`;
}

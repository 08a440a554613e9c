import { dateText, instantText, relativeText } from '../lib/format.ts';

/** "3 days ago", the exact time on hover. */
export function RelativeTime({ at }: { at: string | null | undefined }) {
  if (!at) return <span>—</span>;
  return (
    <time dateTime={at} title={instantText(at)} className="gw-num">
      {relativeText(at)}
    </time>
  );
}

/** A calendar date, or the date of an instant. */
export function DateOnly({ on }: { on: string | null | undefined }) {
  if (!on) return <span>—</span>;
  return (
    <time dateTime={on} className="gw-num">
      {dateText(on)}
    </time>
  );
}

import type { useForm } from '@mantine/form';

/** A form with these values, as `useForm` makes it. */
export type Form<V extends object> = ReturnType<typeof useForm<V>>;

import { TagsInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EarningAt } from './earning.tsx';
import { NEW_EARNING } from './earning-values.ts';
import { Line, type TermsForm } from './inputs.tsx';
import { Rows } from './rows.tsx';
import { Section } from './section.tsx';

type Props = { form: TermsForm; currency: string };

/** What later invoices and single products pay instead. */
export function ProductFields({ form, currency }: Props) {
  const { t } = useTranslation('screens-programmes');
  const { t: partners } = useTranslation('screens-partners');
  const { renewal, products, excluded_products } = form.values;
  return (
    <Section
      form={form}
      title={t('terms.renewal.title')}
      names={['renewal', 'products', 'excluded_products']}
      used={renewal.kind !== 'same' || products.length > 0 || excluded_products.length > 0}
    >
      <EarningAt
        form={form}
        at="renewal"
        label={t('terms.renewal.label')}
        earning={renewal}
        currency={currency}
        first="same"
      />
      <Rows
        form={form}
        at="products"
        count={products.length}
        blank={{ product: '', earning: NEW_EARNING }}
        nameOf={(number) => t('terms.products.one', { number })}
        add={t('terms.products.add')}
      >
        {(at, index) => (
          <>
            <Line
              form={form}
              at={`${at}.product`}
              label={t('terms.products.product')}
              description={t('terms.products.hint')}
              required
            />
            <EarningAt
              form={form}
              at={`${at}.earning`}
              label={t('terms.products.pays')}
              earning={products[index]?.earning ?? NEW_EARNING}
              currency={currency}
            />
          </>
        )}
      </Rows>
      <TagsInput
        label={partners('terms.excluded')}
        description={partners('terms.excludedHint')}
        {...form.getInputProps('excluded_products')}
      />
    </Section>
  );
}

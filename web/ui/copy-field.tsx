import { Button, CopyButton, Popover } from '@mantine/core';
import { IconCheck, IconCopy, IconQrcode } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import classes from './kit.module.css';

type Props = { value: string; label: string; qr?: boolean };

/** A text to take along: one tap copies it, another shows it as a QR code. */
export function CopyField({ value, label, qr }: Props) {
  const { t } = useTranslation();
  return (
    <div className={classes.copy}>
      <output className={classes.copyText} aria-label={label}>
        {value}
      </output>
      <CopyButton value={value} timeout={2000}>
        {({ copied, copy }) => (
          <Button leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />} onClick={copy}>
            {copied ? t('kit.copied') : t('kit.copy')}
          </Button>
        )}
      </CopyButton>
      {qr && (
        <Popover position="bottom" withArrow shadow="md" trapFocus>
          <Popover.Target>
            <Button variant="default" leftSection={<IconQrcode size={16} />}>
              {t('kit.qr')}
            </Button>
          </Popover.Target>
          <Popover.Dropdown>
            <QrCode value={value} label={label} />
          </Popover.Dropdown>
        </Popover>
      )}
    </div>
  );
}

export function QrCode({ value, label }: { value: string; label: string }) {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['qr', value],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const { renderSVG } = await import('uqr');
      return `data:image/svg+xml;utf8,${encodeURIComponent(renderSVG(value, { border: 1 }))}`;
    },
  });
  return data ? (
    <img className={classes.qr} src={data} alt={t('kit.qrOf', { name: label })} />
  ) : (
    <div className={classes.qr} />
  );
}

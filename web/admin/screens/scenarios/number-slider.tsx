import { NumberInput } from '@mantine/core';
import classes from './scenarios.module.css';

type Props = {
  label: string;
  value: number;
  onChange: (value: number) => void;
  least?: number;
  most: number;
  step: number;
  suffix?: string;
  error?: string;
};

/** One number, by slider or typed; both by keyboard. A number beyond the slider can be typed. */
export function NumberSlider({ label, value, onChange, least = 0, most, step, suffix, error }: Props) {
  return (
    <div className={classes.slide}>
      <input
        type="range"
        aria-label={label}
        min={least}
        max={Math.max(most, value)}
        step={step}
        value={value}
        onChange={(event) => onChange(Number(event.currentTarget.value))}
      />
      <NumberInput
        aria-label={label}
        size="xs"
        value={value}
        onChange={(typed) => typeof typed === 'number' && onChange(typed)}
        suffix={suffix}
        thousandSeparator=","
        decimalScale={2}
        step={step}
        hideControls
        error={error}
      />
    </div>
  );
}

import type { EntityMapping, Unknown } from '../model.ts';
import { fieldOf } from './catalog.ts';
import { BadValue, MAX_INTEGER, plainNumber, type ReadValue, readerOf } from './values.ts';

/** A row's values by field; what the file has beyond the fields is under `attributes`. */
export type Values = Record<string, unknown> & { attributes?: Record<string, unknown> };
/** A refused row: the reason as a sentence about the field. */
export class Refused {
  readonly reason: string;
  readonly field: string | null;
  /** What the row names that is not there: the row belongs to nobody. */
  readonly unknown: Unknown | undefined;
  constructor(field: string | null, reason: string, unknown?: Unknown) {
    this.field = field;
    this.reason = reason;
    this.unknown = unknown;
  }
}

type Cell = {
  index: number;
  column: string;
  to: string;
  read: ReadValue;
  required: boolean;
  min?: number;
  max?: number;
  scale?: number;
};

const SCALE = { minutes: 1, hours: 60, seconds: 1 / 60, days: 1_440 } as const;

/** Compiles an entity's mapping for a header into one function from fields to values. */
export function converter(
  entity: Parameters<typeof fieldOf>[0],
  mapping: EntityMapping,
  header: readonly string[],
): (fields: readonly string[]) => Values | Refused {
  const cells: Cell[] = [];
  const extras: Cell[] = [];
  for (const [column, how] of Object.entries(mapping.columns)) {
    const field = fieldOf(entity, how.to, how.unit);
    const unit = how.unit ?? field?.unit;
    const scale = unit && unit in SCALE ? SCALE[unit as keyof typeof SCALE] : undefined;
    const read = readerOf(how);
    const cell = {
      index: header.indexOf(column),
      column,
      to: how.to,
      read,
      required: field?.required === true,
      min: field?.min,
      max: field?.max,
      scale,
    };
    if (how.to.startsWith('attributes.')) extras.push({ ...cell, to: how.to.slice('attributes.'.length) });
    else cells.push(cell);
  }
  const constants = readConstants(entity, mapping.constants ?? {});
  return (fields) => {
    const values: Values = { ...constants };
    for (const cell of cells) {
      const value = readCell(cell, fields);
      if (value instanceof Refused) return value;
      values[cell.to] = value;
    }
    if (extras.length > 0) values.attributes = readExtras(extras, fields);
    return values;
  };
}

function readConstants(entity: Parameters<typeof fieldOf>[0], constants: Record<string, string>): Values {
  const read = ([to, text]: [string, string]) => {
    const type = fieldOf(entity, to)?.type ?? 'text';
    return [to, readerOf({ to, type: type === 'amount' ? 'text' : type })(text)];
  };
  return Object.fromEntries(Object.entries(constants).map(read));
}

function readCell(cell: Cell, fields: readonly string[]): unknown {
  const text = fields[cell.index] ?? '';
  const value = cell.read(text);
  if (value === null) return cell.required ? new Refused(cell.column, 'is blank') : null;
  if (value instanceof BadValue) return refuse(cell, text, value.reason);
  if (typeof value !== 'number') return value;
  if (cell.min !== undefined && value < cell.min) return refuse(cell, text, `is below ${cell.min}`);
  if (cell.max !== undefined && value > cell.max) return refuse(cell, text, `is above ${cell.max}`);
  if (cell.scale === undefined) return value;
  const scaled = Math.round(value * cell.scale);
  return scaled > MAX_INTEGER ? refuse(cell, text, `is beyond ${MAX_INTEGER} minutes`) : scaled;
}

function refuse(cell: Cell, text: string, reason: string): Refused {
  return new Refused(cell.column, `"${text.trim().slice(0, 80)}" ${reason}`);
}

/** Attributes keep their text; what is plainly a number or a yes/no is kept as one, so that it can be filtered by. */
function readExtras(extras: readonly Cell[], fields: readonly string[]): Record<string, unknown> {
  const attributes: Record<string, unknown> = {};
  for (const cell of extras) {
    const value = cell.read(fields[cell.index] ?? '');
    attributes[cell.to] = value instanceof BadValue ? (fields[cell.index] ?? null) : natural(value);
  }
  return attributes;
}

function natural(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (/^(true|false)$/i.test(value)) return value.toLowerCase() === 'true';
  if (!/^-?(0|[1-9]\d{0,14})(\.\d{1,10})?$/.test(value)) return value;
  return Number(plainNumber(value));
}

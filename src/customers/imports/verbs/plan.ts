import { isDeepStrictEqual } from 'node:util';
import { AppError } from '../../../kernel/errors.ts';
import { type CsvHead, readCsvHead, readCsvRows } from '../../../platform/csv.ts';
import type { Entity, FileEvidence, FileMapping, Mapping, OpenQuestion, Plan } from '../model.ts';
import { checkMapping } from '../rules/check.ts';
import { type Guess, guessFile } from '../rules/guess.ts';
import { entitiesOf, missingSentences } from '../rules/missing.ts';
import { type ColumnProfile, needsWholeColumn, profileColumns } from '../rules/profile.ts';
import { findPreset } from './presets.ts';
import type { SourceFile } from './read-folder.ts';
import { findTwins } from './twins.ts';

const SAMPLE_ROWS = 5_000;

export type PlanInput = {
  files: readonly SourceFile[];
  /** A mapping somebody wrote: it is used as it stands. */
  given?: Mapping;
  /** The company's currency, when it is known. */
  currency?: string;
  /** What is stored already and so is not missing. */
  stored: ReadonlySet<Entity>;
};

/**
 * Looks at every file and decides how it is read.
 * @throws unprocessable naming file and column when a given mapping does not fit the files.
 */
export async function planFiles(input: PlanInput): Promise<Plan> {
  return input.given ? planGiven(input, input.given) : planGuessed(input);
}

async function planGiven(input: PlanInput, mapping: Mapping): Promise<Plan> {
  const headers = new Map<string, string[]>();
  const evidence: FileEvidence[] = [];
  const twins = await findTwins(input.files);
  const files = { ...mapping.files };
  for (const file of input.files) {
    const how = mapping.files[file.name];
    const head = await readCsvHead(file.path, file.name, how?.encoding);
    headers.set(file.name, head.header);
    const twin = twins.get(file.name)?.find((name) => how && isDeepStrictEqual(mapping.files[name], how));
    if (twin) delete files[file.name];
    evidence.push(twin ? twinEvidence(file.name, twin, head) : givenEvidence(file.name, head, how));
  }
  checkMapping(mapping, headers);
  return finish(input, { ...mapping, files }, evidence, []);
}

/** Content that came before says nothing new; read again, its ids would count as repeated. */
function twinEvidence(file: string, twin: string, { sizeBytes }: CsvHead): FileEvidence {
  return { file, entity: null, why: `it is the same as ${twin}, skipped`, size_bytes: sizeBytes, columns: [] };
}

function givenEvidence(file: string, head: CsvHead, how: FileMapping | undefined): FileEvidence {
  const entities = Object.entries(how?.entities ?? {});
  const columns = head.header.map((column) => {
    const to = entities.map(([, entity]) => entity.columns[column]?.to).find((target) => target !== undefined) ?? null;
    return { column, to, why: to ? 'the mapping says so' : 'not in the mapping', samples: [] };
  });
  const entity = (entities[0]?.[0] as Entity | undefined) ?? null;
  const why = entity ? 'the mapping says so' : 'not in the mapping: left out';
  return { file, entity, why, size_bytes: head.sizeBytes, columns };
}

async function planGuessed(input: PlanInput): Promise<Plan> {
  const mapping: Mapping = { version: 1, files: {} };
  const evidence: FileEvidence[] = [];
  const questions: OpenQuestion[] = [];
  const twins = await findTwins(input.files);
  for (const file of input.files) {
    const head = await readCsvHead(file.path, file.name);
    const twin = twins.get(file.name)?.find((name) => mapping.files[name]);
    if (twin) {
      evidence.push(twinEvidence(file.name, twin, head));
      continue;
    }
    const guess = findPreset(file.name, head) ?? (await guessFromRows(file, head));
    evidence.push(guess.evidence);
    questions.push(...guess.questions);
    mapping.currency ??= guess.currency;
    if (guess.file) mapping.files[file.name] = guess.file;
  }
  mapping.currency = input.currency ?? mapping.currency;
  return finish(input, mapping, evidence, questions);
}

export type FileGuess = Pick<Guess, 'evidence' | 'questions' | 'currency'> & { file?: FileMapping };

async function guessFromRows(file: SourceFile, head: CsvHead): Promise<FileGuess> {
  const columns = await profileFile(file, head);
  const guess = guessFile({ file: file.name, size_bytes: head.sizeBytes, columns });
  const { entity, mapping, ignored } = guess;
  if (!entity || !mapping) return guess;
  const how: FileMapping = {
    source: 'csv',
    delimiter: head.delimiter,
    encoding: head.encoding,
    entities: { [entity]: mapping },
  };
  if (ignored.length > 0) how.ignored = ignored;
  return { ...guess, file: how };
}

/** Looks at the first rows; goes on to the end when a column's dates cannot be told from those alone. */
async function profileFile(file: SourceFile, head: CsvHead): Promise<ColumnProfile[]> {
  const profiler = profileColumns(head.header);
  let rows = 0;
  let whole = false;
  for await (const batch of readCsvRows(file.path, file.name, head)) {
    for (const row of batch) {
      if (rows >= SAMPLE_ROWS && !whole) break;
      if (row.problem === undefined) profiler.add(row.fields);
      rows += 1;
    }
    if (rows >= SAMPLE_ROWS && !whole) {
      whole = profiler.result().some(needsWholeColumn);
      if (!whole) break;
    }
  }
  return profiler.result();
}

function finish(input: PlanInput, mapping: Mapping, evidence: FileEvidence[], questions: OpenQuestion[]): Plan {
  const asked = [...questions];
  if (!mapping.currency && !input.currency) asked.push(...askCurrency(mapping));
  const has = new Set([...entitiesOf(mapping), ...input.stored]);
  return { mapping, evidence, questions: asked, missing: missingSentences(has) };
}

function askCurrency(mapping: Mapping): OpenQuestion[] {
  for (const [file, how] of Object.entries(mapping.files)) {
    for (const { columns, constants } of Object.values(how.entities)) {
      const amount = Object.entries(columns).find(([, column]) => column.type === 'amount');
      const known = constants?.currency ?? Object.values(columns).find((column) => column.to === 'currency');
      if (!amount || known) continue;
      const question = `${file}: nothing says which currency the column ${amount[0]} is in.`;
      return [
        { file, column: amount[0], question, line: 'Add a line like "currency: EUR" at the top of the mapping.' },
      ];
    }
  }
  return [];
}

/** @throws unprocessable with the first question when the mapping leaves something open. */
export function refuseOpenQuestions(plan: Plan): void {
  const [first] = plan.questions;
  if (!first) return;
  const all = plan.questions.map((question) => `${question.question} ${question.line}`).join('\n');
  throw new AppError('unprocessable', all, {
    field: `${first.file}.${first.column}`,
    hint: 'Print the mapping with --dry-run, save it to a file, add the line and pass it with --mapping FILE.',
    questions: plan.questions,
  });
}

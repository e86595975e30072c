import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

export const EDITIONS = ['seed', '2026-08', '2026-09', '2026-09b'] as const;
/** `accepted`: what the client accepts, from any edition. sandbox/contract/README.md explains the others. */
export type Edition = (typeof EDITIONS)[number] | 'field' | 'guide' | 'callable' | 'later' | 'accepted';

export interface Contract {
  schemas: string[];
  editionsOf(schema: string): Edition[];
  /** Null when the value fits, else what is wrong with it. */
  problemWith(schema: string, edition: Edition, value: unknown): string | null;
}

interface Example {
  /** The file's name. */
  name: string;
  schema: string;
  edition: Edition | 'odd';
  value: unknown;
}

const FOLDER = new URL('../contract/', import.meta.url);
const NAME = /^(?<schema>[a-z0-9-]+)--(?<edition>2026-\d\d[a-z]?|[a-z]+)-(?<case>[a-z0-9-]+)\.json$/;

/** sandbox/contract as checks. `closed`: a field that the edition does not name fails too. */
export function readContract({ closed = false } = {}): Contract {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, allErrors: true });
  const documents = new Map(jsonIn(FOLDER).map(([name, text]) => [name.replace('.json', ''), parse(text)]));
  for (const [name, document] of documents) ajv.addSchema(closed ? closeEditions(document) : document, name);
  const compiled = new Map<string, ValidateFunction>();
  return {
    schemas: [...documents.keys()].filter((name) => name !== 'common'),
    editionsOf: (schema) => Object.keys(documents.get(schema)?.$defs ?? {}).filter(isEdition),
    problemWith: (schema, edition, value) => {
      const pointer = `${documents.get(schema)?.$id}#/$defs/${edition}`;
      const validate = compiled.get(pointer) ?? ajv.compile({ $ref: pointer });
      compiled.set(pointer, validate);
      return validate(value) ? null : ajv.errorsText(validate.errors);
    },
  };
}

export const contractExamples = (): Example[] =>
  jsonIn(new URL('examples/', FOLDER)).map(([name, text]) => {
    const { schema = '', edition = '' } = NAME.exec(name)?.groups ?? {};
    if (edition !== 'odd' && !isEdition(edition)) throw new Error(`${name} names no edition`);
    return { name, schema, edition, value: JSON.parse(text) };
  });

interface Document {
  $id: string;
  $defs: Record<string, unknown>;
}

const jsonIn = (folder: URL): [name: string, text: string][] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]);

const parse = (text: string): Document => JSON.parse(text);

const isEdition = (word: string): word is Edition =>
  ['field', 'guide', 'callable', 'later', 'accepted', ...EDITIONS].includes(word);

const closeEditions = ({ $defs, ...rest }: Document) => ({
  ...rest,
  $defs: Object.fromEntries(
    Object.entries($defs).map(([name, schema]) => [name, name === 'accepted' ? schema : closedIn(schema)]),
  ),
});

function closedIn(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closedIn);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inside = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closedIn(value)]));
  return 'properties' in schema ? { ...inside, additionalProperties: false } : inside;
}

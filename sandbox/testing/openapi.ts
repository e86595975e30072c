import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

export interface Exchange {
  method: 'get' | 'post';
  /** As the documents write it. */
  path: string;
  status: number;
  body: unknown;
  /** Which half of the documents' `oneOf` is meant, where they have one that cannot tell its halves apart. */
  branch?: 0 | 1;
}

export interface OpenApiDocument {
  /** Null when the answer fits, else what is wrong with it. */
  problemWith(exchange: Exchange): string | null;
}

interface Operation {
  responses: Record<string, { content?: Record<string, { schema: { oneOf?: unknown[] } }> }>;
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
}

/** `closed`: a field the document does not name is a problem too. */
export function openApi(file: string, { closed = false } = {}): OpenApiDocument {
  const text = readFileSync(new URL(`../openapi/${file}`, import.meta.url), 'utf8');
  const document: Document = JSON.parse(text, (_key, value: unknown) =>
    closed ? withoutExtras(value) : value,
  );
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  ajv.addSchema({ ...document, $id: file });
  const compiled = new Map<string, ValidateFunction>();

  return {
    problemWith: ({ method, path, status, body, branch }) => {
      const answer = document.paths[path]?.[method]?.responses[status];
      if (!answer) return `status ${status} is not documented for ${method.toUpperCase()} ${path}`;
      const schema = answer.content?.['application/json']?.schema;
      if (!schema) return null;
      const half = schema.oneOf ? `/oneOf/${branch ?? 0}` : '';
      const pointer = `/paths/${path.replaceAll('/', '~1')}/${method}/responses/${status}/content/application~1json/schema${half}`;
      const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `${file}#${pointer}` });
      compiled.set(pointer, validate);
      return validate(body) === true ? null : ajv.errorsText(validate.errors);
    },
  };
}

function withoutExtras(value: unknown): unknown {
  const isObjectSchema =
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    value.type === 'object' &&
    'properties' in value;
  return isObjectSchema ? { ...value, additionalProperties: false } : value;
}

// Checks a Compose file against the published JSON schema of the Compose specification, and prints it as JSON: anchors and merges taken apart, variables filled in.
//
//   node compose-schema.mjs FILE      prints a line per error; exit code 1 if there is one

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { parse } from 'yaml';

const linter = dirname(createRequire(import.meta.url).resolve('dclint/package.json'));
const schema = JSON.parse(readFileSync(join(linter, 'schemas/compose.schema.json'), 'utf8').replace('https://json-schema.org/', 'http://json-schema.org/'));
const variable = /\$\{(\w+)(?::([-?])([^}]*))?\}/g;
const text = readFileSync(process.argv[2], 'utf8').replace(variable, (_, name, kind, rest) => kind === '-' ? rest : `given-${name.toLowerCase()}`);
const compose = parse(text, { merge: true });

const ajv = new Ajv({ allErrors: true, strict: false, formats: { duration: /^(\d+(\.\d+)?(ns|us|ms|s|m|h))+$/, ports: true, expose: true, subnet_ip_address: true } });
const valid = ajv.compile(schema);
if (!valid(compose))
  for (const error of valid.errors.filter(e => e.keyword !== 'oneOf' && e.keyword !== 'anyOf'))
    console.log(`${error.instancePath}: ${error.message}${error.params.additionalProperty ? `: ${error.params.additionalProperty}` : ''}`);
else
  console.log(JSON.stringify(compose));
process.exit(valid.errors ? 1 : 0);

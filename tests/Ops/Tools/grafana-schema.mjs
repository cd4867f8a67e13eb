// Checks dashboards against what Grafana publishes: the types of @grafana/schema for the dashboard and for each kind of panel, those of the Foundation SDK for a query
// of Prometheus, all turned into JSON Schema, in which a field that the types do not know is an error.
//
//   node grafana-schema.mjs FILE...      prints a line per error; exit code 1 if there is one

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv } from 'ajv';
import { SchemaGenerator, createFormatter, createParser, createProgram } from 'ts-json-schema-generator';

// What the Prometheus plugin itself adds to an annotation; the dashboard's types leave it to the plugin.
const annotationExtras = ['expr', 'step', 'titleFormat', 'textFormat', 'tagKeys', 'useValueForTime'];

// Kinds of panel, and whether their fields have a look of their own.
const kinds = { bargauge: false, heatmap: true, stat: false, table: true, timeseries: true };

const config = { path: 'grafana-types.ts', skipTypeCheck: true, topRef: false, additionalProperties: false, functions: 'hide' };
const files = process.argv.slice(2).map(file => resolve(file));
process.chdir(import.meta.dirname);
const program = createProgram(config);
const generator = new SchemaGenerator(program, createParser(program, config), createFormatter(config), config);
const ajv = new Ajv({ allErrors: true, strict: false });
const compiled = new Map();
const errors = [];

function check(where, value, type) {
  if (!compiled.has(type))
    compiled.set(type, ajv.compile(generator.createSchema(type)));
  const valid = compiled.get(type);
  if (!valid(value))
    for (const error of valid.errors.filter(e => e.keyword !== 'anyOf'))
      errors.push(`${where}${error.instancePath}: ${error.message}${error.params.additionalProperty ? `: ${error.params.additionalProperty}` : ''}`);
}

// Each panel is checked as what it says it is: in the type of the list a wrong panel is told as a wrong row, too.
function checkPanel(where, panel) {
  if (panel.type === 'row') {
    check(where, panel, 'Row');
    panel.panels.forEach((inner, i) => checkPanel(`${where}/panels/${i}`, inner));
    return;
  }
  check(where, panel, 'Panel');
  if (!(panel.type in kinds)) {
    errors.push(`${where}: no published types are known here for '${panel.type}'`);
    return;
  }
  const kind = panel.type[0].toUpperCase() + panel.type.slice(1);
  check(`${where}/options`, panel.options, `${kind}Options`);
  if (kinds[panel.type])
    check(`${where}/custom`, panel.fieldConfig.defaults.custom, `${kind}Look`);
  (panel.targets ?? []).forEach((target, i) => check(`${where}/targets/${i}`, target, 'Query'));
}

for (const file of files) {
  const dashboard = JSON.parse(readFileSync(file, 'utf8'));
  const annotations = dashboard.annotations?.list?.map(a => Object.fromEntries(Object.entries(a).filter(([field]) => !annotationExtras.includes(field))));
  check(dashboard.uid, { ...dashboard, panels: [], annotations: { list: annotations } }, 'Dashboard');
  dashboard.panels.forEach(panel => checkPanel(`${dashboard.uid} "${panel.title}"`, panel));
}

errors.forEach(error => console.log(error));
process.exit(errors.length > 0 ? 1 : 0);

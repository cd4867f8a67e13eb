// Takes queries apart with Prometheus' own grammar.
//
//   node promql.mjs < QUERIES.json      reads a list of queries; prints a list for each: the selectors in it, without range and offset, and the metric of each
//
// A query that is none is an error; exit code 1.

import { readFileSync } from 'node:fs';
import { parser } from '@prometheus-io/lezer-promql';

function selectors(query) {
  const found = [];
  parser.parse(query).iterate({
    enter(node) {
      if (node.type.isError)
        throw new Error(`${query}: wrong at ${node.from}`);
      if (node.name !== 'VectorSelector')
        return;
      const name = node.node.getChild('Identifier');
      found.push({ text: query.slice(node.from, node.to), metric: name ? query.slice(name.from, name.to) : '' });
    },
  });
  return found;
}

try {
  console.log(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(selectors)));
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

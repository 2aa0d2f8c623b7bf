// Holds a value to a schema of this folder: `node schemas/hold.mjs NAME < value.json`. Ends with 1 and
// the first mistakes if it does not keep to it.
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';

const read = (from) => JSON.parse(readFileSync(from, 'utf8'));
const schema = read(new URL(`${process.argv[2]}.json`, import.meta.url));
// The schemas explain themselves to editors with words that are no rules.
const validate = new Ajv({ strict: false, validateFormats: false, allErrors: false }).compile(schema);
if (!validate(read(0))) {
  const mistakes = validate.errors.map((it) => `${it.instancePath || '/'} ${it.message}`);
  console.log(mistakes.slice(0, 10).join('\n'));
  process.exitCode = 1;
}

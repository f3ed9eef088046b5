import { parseArgs } from 'node:util';
import { checkEndpoint } from './context/check.ts';

const USAGE = `npm run context:check -- --url https://… --secret whsec_… [--email ada@example.org] [--id 7] [--local]

Asks a context endpoint as Mend does, and as Mend never would: a wrong signature, an old one, a customer nobody knows.
Says what is right and what is not; ends with 1 where something is wrong. --local lets it be on this machine, by http.`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      url: { type: 'string' },
      secret: { type: 'string' },
      email: { type: 'string', default: 'somebody@example.org' },
      id: { type: 'string', default: '1' },
      local: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help || !values.url || !values.secret) {
    console.log(USAGE);
    return values.help ? 0 : 2;
  }
  const { url, secret, email, id, local } = values;
  const findings = await checkEndpoint({ url, secret, customer: { id, email }, isLocal: local });
  for (const { isRight, what } of findings) console.log(`${isRight ? 'ok   ' : 'WRONG'} ${what}`);
  return findings.every(({ isRight }) => isRight) ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (error: Error) => {
    console.error(error.message);
    process.exit(2);
  },
);

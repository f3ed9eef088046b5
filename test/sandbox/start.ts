import { runOnce } from './stage/once/once.ts';
import { startOptions, USAGE } from './stage/options.ts';
import { runServed } from './stage/served.ts';

/** `npm start`: a helpdesk's fortnight, watched or (with `--once`) played to its end and reported. */
async function main(): Promise<number> {
  const options = startOptions(process.argv.slice(2), process.env);
  if (options.help) {
    console.log(USAGE);
    return 0;
  }
  return options.once ? runOnce(options) : runServed(options);
}

main().then(
  (code) => process.exit(code),
  (error: Error) => {
    console.error(error.message);
    process.exit(1);
  },
);

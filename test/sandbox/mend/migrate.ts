import { readMigrations } from './bundle.ts';

type D1 = Pick<D1Database, 'prepare' | 'batch'>;

/** Applies the migrations that a database has not had yet, each in one batch. */
export async function migrate(db: D1): Promise<void> {
  await db.prepare('CREATE TABLE IF NOT EXISTS d1_migrations (name TEXT PRIMARY KEY)').run();
  const applied = new Set(
    (await db.prepare('SELECT name FROM d1_migrations').all<{ name: string }>()).results.map((row) => row.name),
  );
  for (const { name, statements } of await readMigrations()) {
    if (applied.has(name)) continue;
    const done = db.prepare('INSERT INTO d1_migrations (name) VALUES (?)').bind(name);
    await db.batch([...statements.map((statement) => db.prepare(statement)), done]);
  }
}

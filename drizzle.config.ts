import { defineConfig } from 'drizzle-kit';

const postgresql = process.env.DATABASE_URL?.startsWith('postgres') ?? false;

/** `npm run db:generate` runs this once for each engine: both migrations come from one schema. */
export default defineConfig({
  schema: ['./db/schema.ts', './db/schema/*.ts'],
  out: postgresql ? './db/migrations/postgresql' : './db/migrations/sqlite',
  dialect: postgresql ? 'postgresql' : 'sqlite',
});

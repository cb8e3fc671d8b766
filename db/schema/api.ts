import { index, integer, json, primaryKey, table, text, uniqueIndex } from '#db/columns/index';
import { account } from '#db/schema';

/** A token by which a program acts for an account. Only its hash is stored. */
export const apiToken = table(
  'api_token',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    name: text('name').notNull(),
    tokenHash: text('token_hash').notNull(),
    scopes: json<readonly string[]>('scopes').notNull(),
    createdAt: text('created_at').notNull(),
    expiresAt: text('expires_at').notNull(),
    lastUsedAt: text('last_used_at'),
    endedAt: text('ended_at'),
  },
  (t) => [
    uniqueIndex('api_token_hash').on(t.tokenHash),
    index('api_token_account').on(t.accountId, t.createdAt),
  ],
);

/** The answer to a write with an `Idempotency-Key`, for a day: sent again, it is answered alike. */
export const apiWrite = table(
  'api_write',
  {
    accountId: text('account_id')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    key: text('key').notNull(),
    /** SHA-256 of the request: the same key with another request is refused. */
    digest: text('digest').notNull(),
    /** Null while the first request is being answered. */
    status: integer('status'),
    answer: text('answer'),
    at: text('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.key] }), index('api_write_at').on(t.at)],
);

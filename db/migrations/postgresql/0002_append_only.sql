-- Both logs are append-only, also for whoever holds the database file.
create function append_only() returns trigger language plpgsql as $$ begin raise exception '% is append-only', tg_table_name; end $$;
--> statement-breakpoint
create trigger "change_append_only" before update or delete or truncate on "change" for each statement execute function append_only();
--> statement-breakpoint
create trigger "event_append_only" before update or delete or truncate on "event" for each statement execute function append_only();

-- Both logs are append-only, also for whoever holds the database file.
create trigger "change_no_update" before update on "change" begin select raise(abort, 'change is append-only'); end;
--> statement-breakpoint
create trigger "change_no_delete" before delete on "change" begin select raise(abort, 'change is append-only'); end;
--> statement-breakpoint
create trigger "event_no_update" before update on "event" begin select raise(abort, 'event is append-only'); end;
--> statement-breakpoint
create trigger "event_no_delete" before delete on "event" begin select raise(abort, 'event is append-only'); end;

-- Both logs are append-only, also for whoever holds the database file.
create trigger "change_no_update" before update on "change" begin select raise(abort, 'change is append-only'); end;
--> statement-breakpoint
create trigger "change_no_delete" before delete on "change" begin select raise(abort, 'change is append-only'); end;
--> statement-breakpoint
create trigger "event_no_update" before update on "event" begin select raise(abort, 'event is append-only'); end;
--> statement-breakpoint
create trigger "event_no_delete" before delete on "event" begin select raise(abort, 'event is append-only'); end;
--> statement-breakpoint
create trigger "change_no_replace" before insert on "change" when exists (select 1 from "change" where "seq" = new."seq") begin select raise(abort, 'change is append-only'); end;
--> statement-breakpoint
create trigger "event_no_replace" before insert on "event" when exists (select 1 from "event" where "seq" = new."seq") begin select raise(abort, 'event is append-only'); end;

CREATE TABLE "credential" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"kind" text NOT NULL,
	"hash" text,
	"sealed" text,
	"used_step" integer,
	"created_at" text NOT NULL,
	"confirmed_at" text,
	"ended_at" text,
	CONSTRAINT "credential_kind" CHECK ("kind" in ('totp', 'recovery'))
);
--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "last_seen_at" text;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "enrolling_since" text;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "agent" text;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "network" text;--> statement-breakpoint
ALTER TABLE "credential" ADD CONSTRAINT "credential_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "credential_account" ON "credential" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "credential_hash" ON "credential" USING btree ("hash");
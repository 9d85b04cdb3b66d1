CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"active" boolean NOT NULL,
	"created_at" bigint NOT NULL,
	"plan" text,
	"billing_interval" text NOT NULL,
	"anchor_at" bigint NOT NULL,
	"plan_ends_at" bigint
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"account" text NOT NULL,
	"test" boolean NOT NULL,
	"name" text NOT NULL,
	"hash" text NOT NULL,
	"ending" text NOT NULL,
	"scopes" jsonb NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint,
	"revoked_at" bigint,
	CONSTRAINT "api_keys_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "limits" (
	"account" text NOT NULL,
	"test" boolean NOT NULL,
	"subject" text NOT NULL,
	"subject_id" text NOT NULL,
	"meter" text NOT NULL,
	"max" bigint,
	CONSTRAINT "limits_account_test_subject_subject_id_meter_pk" PRIMARY KEY("account","test","subject","subject_id","meter")
);
--> statement-breakpoint
CREATE TABLE "periods" (
	"account" text NOT NULL,
	"starts_at" bigint NOT NULL,
	"ends_at" bigint NOT NULL,
	CONSTRAINT "periods_account_starts_at_pk" PRIMARY KEY("account","starts_at")
);
--> statement-breakpoint
CREATE TABLE "plans" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"rank" integer NOT NULL,
	"markup_basis_points" integer NOT NULL,
	"requires_consent" boolean NOT NULL,
	"limits" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "alerts" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"account" text NOT NULL,
	"test" boolean NOT NULL,
	"subject" text NOT NULL,
	"subject_id" text NOT NULL,
	"meter" text NOT NULL,
	"threshold" integer NOT NULL,
	"max" bigint NOT NULL,
	"used" bigint NOT NULL,
	"starts_at" bigint NOT NULL,
	"ends_at" bigint,
	"at" bigint NOT NULL,
	"told_at" bigint
);
--> statement-breakpoint
CREATE TABLE "meters" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "meters_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"account" text NOT NULL,
	"test" boolean NOT NULL,
	"subject" text NOT NULL,
	"subject_id" text NOT NULL,
	"meter" text NOT NULL,
	"starts_at" bigint NOT NULL,
	"ends_at" bigint,
	"used" bigint DEFAULT 0 NOT NULL,
	"held" bigint DEFAULT 0 NOT NULL,
	"window_at" bigint DEFAULT 0 NOT NULL,
	"max" bigint,
	"alerted" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "meters_of_a_period" UNIQUE("account","test","subject","subject_id","meter","starts_at"),
	CONSTRAINT "meters_used" CHECK (used >= 0),
	CONSTRAINT "meters_held" CHECK (held >= 0)
);
--> statement-breakpoint
CREATE TABLE "quotes" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"account" text NOT NULL,
	"test" boolean NOT NULL,
	"request_hash" text NOT NULL,
	"micros" bigint NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "usage_events" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"account" text NOT NULL,
	"test" boolean NOT NULL,
	"run_id" text collate "C",
	"call_id" text collate "C",
	"end_user" text,
	"key" text,
	"operation" text,
	"vendor" text,
	"model" text,
	"catalogue_date" text,
	"outcome" text,
	"error_code" text,
	"count" bigint NOT NULL,
	"quote_micros" bigint NOT NULL,
	"cost_micros" bigint NOT NULL,
	"charge_micros" bigint NOT NULL,
	"input_bytes" bigint NOT NULL,
	"output_bytes" bigint NOT NULL,
	"consent" text,
	"reference" text,
	"reason" text,
	"held_at" bigint NOT NULL,
	"submitted_at" bigint,
	"at" bigint NOT NULL,
	"meter_ids" bigint[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "removals" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"test" boolean NOT NULL,
	"vendor" text,
	"target" jsonb NOT NULL,
	"attempt" integer NOT NULL,
	"due_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "webhook_deliveries" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"webhook_id" text collate "C" NOT NULL,
	"account" text NOT NULL,
	"test" boolean NOT NULL,
	"type" text NOT NULL,
	"subject" text,
	"data" jsonb,
	"state" text NOT NULL,
	"attempts" jsonb NOT NULL,
	"due_at" bigint NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "webhooks" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"account" text NOT NULL,
	"test" boolean NOT NULL,
	"url" text NOT NULL,
	"events" jsonb NOT NULL,
	"secret" text NOT NULL,
	"active" boolean NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "assets" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"account" text,
	"test" boolean NOT NULL,
	"run_id" text collate "C",
	"kind" text NOT NULL,
	"media_type" text NOT NULL,
	"size" bigint NOT NULL,
	"sha256" text NOT NULL,
	"width" integer,
	"height" integer,
	"seconds" double precision,
	"scene" jsonb,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calls" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"run_id" text collate "C" NOT NULL,
	"account" text NOT NULL,
	"test" boolean NOT NULL,
	"index" integer NOT NULL,
	"candidates" jsonb NOT NULL,
	"candidate" integer NOT NULL,
	"step" text NOT NULL,
	"attempt" integer NOT NULL,
	"sent" jsonb,
	"token" text NOT NULL,
	"ticket" jsonb,
	"outputs" jsonb NOT NULL,
	"reported" jsonb,
	"assets" jsonb NOT NULL,
	"owner" text,
	"lease_token" bigint NOT NULL,
	"lease_until" bigint NOT NULL,
	"due_at" bigint NOT NULL,
	"submitted_at" bigint,
	"held_micros" bigint NOT NULL,
	"cost_micros" bigint,
	"charge_micros" bigint,
	"outcome" text,
	"error" jsonb,
	"finished_at" bigint,
	"refunded_micros" bigint DEFAULT 0 NOT NULL,
	"meter_ids" bigint[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"account" text NOT NULL,
	"test" boolean NOT NULL,
	"key" text NOT NULL,
	"run_id" text collate "C" NOT NULL,
	"request_hash" text NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "idempotency_keys_account_test_key_pk" PRIMARY KEY("account","test","key")
);
--> statement-breakpoint
CREATE TABLE "runs" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"account" text NOT NULL,
	"test" boolean NOT NULL,
	"operation" text NOT NULL,
	"end_user" text,
	"key" text,
	"request" jsonb NOT NULL,
	"request_hash" text NOT NULL,
	"idempotency_key" text,
	"metadata" jsonb NOT NULL,
	"quote" jsonb NOT NULL,
	"markup_basis_points" integer NOT NULL,
	"warnings" jsonb NOT NULL,
	"created_at" bigint NOT NULL,
	"cancel_requested" boolean NOT NULL,
	"open_calls" integer NOT NULL,
	"input_bytes" bigint NOT NULL,
	"consent" text,
	"meter_ids" bigint[] NOT NULL,
	"forgotten_at" bigint,
	"announced_at" bigint
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_plan_plans_id_fk" FOREIGN KEY ("plan") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_account_accounts_id_fk" FOREIGN KEY ("account") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "limits" ADD CONSTRAINT "limits_account_accounts_id_fk" FOREIGN KEY ("account") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "periods" ADD CONSTRAINT "periods_account_accounts_id_fk" FOREIGN KEY ("account") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_webhook_id_webhooks_id_fk" FOREIGN KEY ("webhook_id") REFERENCES "public"."webhooks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_account_accounts_id_fk" FOREIGN KEY ("account") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "alerts_once" ON "alerts" USING btree ("account","test","subject","subject_id","meter","starts_at","threshold");--> statement-breakpoint
CREATE INDEX "alerts_by_account" ON "alerts" USING btree ("account","test","id");--> statement-breakpoint
CREATE INDEX "alerts_untold" ON "alerts" USING btree ("id") WHERE told_at is null;--> statement-breakpoint
CREATE INDEX "quotes_by_expiry" ON "quotes" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "usage_events_by_call" ON "usage_events" USING btree ("call_id") WHERE kind = 'call';--> statement-breakpoint
CREATE UNIQUE INDEX "usage_events_by_reference" ON "usage_events" USING btree ("account","test","reference") WHERE reference is not null;--> statement-breakpoint
CREATE INDEX "usage_events_by_account" ON "usage_events" USING btree ("account","test","id");--> statement-breakpoint
CREATE INDEX "removals_by_due" ON "removals" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_by_webhook" ON "webhook_deliveries" USING btree ("webhook_id","id");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_by_due" ON "webhook_deliveries" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "webhooks_by_account" ON "webhooks" USING btree ("account","test");--> statement-breakpoint
CREATE INDEX "assets_by_age" ON "assets" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "calls_by_run" ON "calls" USING btree ("run_id","index");--> statement-breakpoint
CREATE UNIQUE INDEX "calls_by_token" ON "calls" USING btree ("token");--> statement-breakpoint
CREATE UNIQUE INDEX "calls_by_ticket" ON "calls" USING btree (split_part(candidates -> candidate ->> 'model', '/', 1),"test",md5(ticket::text)) WHERE ticket is not null and ticket <> 'null'::jsonb;--> statement-breakpoint
CREATE INDEX "open_calls_by_due" ON "calls" USING btree ("due_at") WHERE step not in ('settled', 'released');--> statement-breakpoint
CREATE INDEX "runs_by_account" ON "runs" USING btree ("account","test","id");--> statement-breakpoint
CREATE INDEX "runs_to_announce" ON "runs" USING btree ("id") WHERE open_calls = 0 and announced_at is null;--> statement-breakpoint
CREATE INDEX "runs_by_input" ON "runs" USING gin (jsonb_path_query_array("request", '$.**.asset'));
-- The log of events and its heads stay as they were written. Of an event, only what the sender notes about sending it changes, and what is
-- personal can be forgotten: nothing else can be put in its place.

create function refuse_rewriting() returns trigger language plpgsql as $$
begin
    raise exception 'What happened is not rewritten: % of % is refused', lower(tg_op), tg_table_name using errcode = 'EL001';
end $$;

create trigger event_log_stays before delete or truncate or update of id, position, aggregate, version, type, schema_version, json, actor,
    occurred_at, traceparent, previous_hash, hash on event_log for each statement execute function refuse_rewriting();

create trigger event_log_forgets before update of personal on event_log for each row
    when (new.personal is not null and new.personal::text is distinct from old.personal::text) execute function refuse_rewriting();

create trigger event_log_heads_stay before delete or truncate or update on event_log_heads
    for each statement execute function refuse_rewriting();

-- How readers of open data know that nothing has changed. Each table that open data is read from has a sequence, advanced by every
-- statement that changes the table, and a lock that the statement's transaction shares with all others until it ends, which shows that
-- a change is under way. Nobody waits for either.

-- Only the number of this table is used, to mark these advisory locks as ours.
create table read.public_changes ();

create function read.note_public_change() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock_shared('read.public_changes'::regclass::oid::int, tg_relid::int);
    perform nextval(tg_argv[0]::regclass);
    return null;
end $$;

do $$
declare
    read_from text;
begin
    foreach read_from in array array['rounds', 'decisions', 'bids', 'grants', 'grant_documents', 'grant_areas', 'grant_years', 'targets',
        'returns', 'figures', 'progress', 'assets']
    loop
        execute format('create sequence read.%I', 'changes_of_' || read_from);
        execute format('create trigger note_public_change after insert or update or delete on read.%I
            for each statement execute function read.note_public_change(%L)', read_from, 'read.changes_of_' || read_from);
        execute format('create trigger note_public_truncation after truncate on read.%I
            for each statement execute function read.note_public_change(%L)', read_from, 'read.changes_of_' || read_from);
    end loop;
end $$;

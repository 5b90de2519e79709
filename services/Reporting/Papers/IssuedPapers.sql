-- An issued paper stays: the database itself refuses to change or delete it.

create function refuse_change_of_issued_papers() returns trigger language plpgsql as $$
begin
    raise exception 'A board paper that has been issued cannot be changed' using errcode = 'BP001';
end $$;

create trigger issued_papers_stay before update or delete on board_papers
    for each row when (old.state = 'Issued') execute function refuse_change_of_issued_papers();

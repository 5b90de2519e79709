-- Nobody sees another assessor's scores before all have finished, and nobody changes finished ones.

create function platform_caller() returns uuid language sql stable as
$$ select nullif(current_setting('platform.caller', true), '')::uuid $$;

-- FORCE: this service's login owns the table, and policies do not bind an owner otherwise.
alter table assessment_scores enable row level security;
alter table assessment_scores force row level security;
alter table assessment_scores add constraint ck_assessment_scores_score check (score between 0 and 4);

create policy of_its_assessor on assessment_scores using (exists (
    select from assessments a
    where a.id = assessment_id and a.assessor_id = platform_caller() and a.state not in ('Conflicted', 'Cancelled')));

create policy once_all_are_complete on assessment_scores for select using (platform_caller() is not null and exists (
    select from assessments a where a.id = assessment_id and a.state = 'Complete'
        and not exists (select from assessments other where other.bid_id = a.bid_id and other.state in ('Assigned', 'Scoring'))
        and not exists (
            select from assessments own
            where own.bid_id = a.bid_id and own.assessor_id = platform_caller() and own.state = 'Conflicted')));

create function refuse_change_of_finished_scores() returns trigger language plpgsql as $$
begin
    if exists (select from assessments where id in (new.assessment_id, old.assessment_id) and state <> 'Scoring') then
        raise exception 'Scores of an assessment that is not being scored cannot be changed' using errcode = 'AS002';
    end if;
    return coalesce(new, old);
end $$;
create trigger scores_stay_once_complete before insert or update or delete on assessment_scores
    for each row execute function refuse_change_of_finished_scores();

create function refuse_reopening_of_assessment() returns trigger language plpgsql as $$
begin
    raise exception 'A finished assessment stays finished' using errcode = 'AS002';
end $$;
create trigger finished_assessments_stay before update of state on assessments
    for each row when (old.state in ('Complete', 'Conflicted') and new.state is distinct from old.state)
    execute function refuse_reopening_of_assessment();
create trigger finished_assessments_are_kept before delete on assessments
    for each row when (old.state in ('Complete', 'Conflicted')) execute function refuse_reopening_of_assessment();

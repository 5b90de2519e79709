using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Platform.Bids.Data.Migrations;

/// <summary>
/// What the database itself refuses: to show an assessor's scores to others before all have finished, to change them afterwards, and to let one person
/// assess a bid and sign the decision on it. Its time must come after that of the migration Assessments.
/// </summary>
[DbContext(typeof(BidsContext))]
[Migration("20261121131300_AssessmentGuards")]
public sealed class AssessmentGuards : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        create function platform_caller() returns uuid language sql stable as
        $$ select nullif(current_setting('platform.caller', true), '')::uuid $$;

        -- FORCE: this service's login owns the table, and would not be bound by its policies otherwise.
        alter table assessment_scores enable row level security;
        alter table assessment_scores force row level security;
        alter table assessment_scores add constraint ck_assessment_scores_score check (score between 0 and 4);

        create policy of_its_assessor on assessment_scores using (exists (
            select from assessments a where a.id = assessment_id and a.assessor_id = platform_caller() and a.state not in ('Conflicted', 'Cancelled')));

        create policy once_all_are_complete on assessment_scores for select using (platform_caller() is not null and exists (
            select from assessments a where a.id = assessment_id and a.state = 'Complete'
                and not exists (select from assessments other where other.bid_id = a.bid_id and other.state in ('Assigned', 'Scoring'))
                and not exists (select from assessments own where own.bid_id = a.bid_id and own.assessor_id = platform_caller() and own.state = 'Conflicted')));

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
            for each row when (old.state in ('Complete', 'Conflicted') and new.state is distinct from old.state) execute function refuse_reopening_of_assessment();
        create trigger finished_assessments_are_kept before delete on assessments
            for each row when (old.state in ('Complete', 'Conflicted')) execute function refuse_reopening_of_assessment();

        -- One person and one bid at a time, so that an assignment and a signature made at once do not miss each other.
        create function lock_person_and_bid(person uuid, bid text) returns void language sql as
        $$ select pg_advisory_xact_lock(hashtextextended('assessor ' || person || ' ' || bid, 0)) $$;

        create function assert_not_assessor(user_id uuid, bid_references text[]) returns void language plpgsql as $$
        declare
            bid text;
        begin
            for bid in select unnest(bid_references) order by 1 loop
                perform lock_person_and_bid(user_id, bid);
                if exists (select from assessments a where a.bid_reference = bid and a.assessor_id = user_id and a.state <> 'Cancelled') then
                    raise exception 'Who signs the decision on % is an assessor of it', bid using errcode = 'AS001';
                end if;
            end loop;
        end $$;
        create function refuse_signature_of_assessor() returns trigger language plpgsql as $$
        begin
            perform assert_not_assessor(new.signer, array[new.bid_reference]);
            return new;
        end $$;
        create trigger assessors_do_not_sign before insert or update on decision_signatures
            for each row execute function refuse_signature_of_assessor();

        create function refuse_assessment_of_signer() returns trigger language plpgsql as $$
        begin
            perform lock_person_and_bid(new.assessor_id, new.bid_reference);
            if exists (select from decision_signatures s where s.bid_reference = new.bid_reference and s.signer = new.assessor_id) then
                raise exception '% has signed a decision on % and cannot assess it', new.assessor_name, new.bid_reference using errcode = 'AS001';
            end if;
            return new;
        end $$;
        create trigger signers_do_not_assess before insert on assessments for each row execute function refuse_assessment_of_signer();
        create trigger signers_do_not_assess_again before update of state, assessor_id on assessments
            for each row when (old.state = 'Cancelled' and new.state <> 'Cancelled' or new.assessor_id <> old.assessor_id) execute function refuse_assessment_of_signer();
        """);

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        drop function refuse_assessment_of_signer, refuse_signature_of_assessor, assert_not_assessor, lock_person_and_bid,
            refuse_reopening_of_assessment, refuse_change_of_finished_scores cascade;
        drop policy of_its_assessor on assessment_scores;
        drop policy once_all_are_complete on assessment_scores;
        alter table assessment_scores drop constraint ck_assessment_scores_score;
        alter table assessment_scores no force row level security;
        alter table assessment_scores disable row level security;
        drop function platform_caller;
        """);
}

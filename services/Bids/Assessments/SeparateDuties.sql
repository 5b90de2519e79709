-- Nobody both assesses a bid and signs the decision on it.

-- Locks one person and one bid, so that an assignment and a signature made at the same moment do not miss each other.
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
    for each row when (old.state = 'Cancelled' and new.state <> 'Cancelled' or new.assessor_id <> old.assessor_id)
    execute function refuse_assessment_of_signer();

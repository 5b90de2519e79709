-- Which grants are public: those whose decision record is in the public register with its details. To the public pages no other grant
-- exists, whoever asks.
create view read.public_grants as
    select g.id as grant_id, d.id as decision_id, d.decided_on as made_on
    from read.grants g join read.decisions d on d.reference = g.decision_reference
    where d.is_public;

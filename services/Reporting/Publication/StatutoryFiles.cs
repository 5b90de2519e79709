using static Platform.Reporting.Publication.Holds;

namespace Platform.Reporting.Publication;

/// <summary>
/// The lists required by the Elected Local Policing Bodies (Specified Information) Order 2011, for a month or for all time: whatever is
/// from @from to @to.
/// </summary>
internal static class StatutoryFiles
{
    // A reduction before the award is the grant's first variation, recorded with it: that money was never awarded.
    private const string CutBefore = "v.number = 1 and v.\"decisionReference\" = g.decision_reference and v.\"on\" = p.made_on";
    private const string Variations =
        "jsonb_to_recordset(o.details->'variations') v(number int, \"on\" date, \"decisionReference\" text, amounts jsonb)";
    private const string Amounts = "jsonb_to_recordset(v.amounts) a(\"interventionId\" uuid, year text, \"from\" numeric, \"to\" numeric)";

    // Paragraph 3(f): the conditions, the recipient, the purpose and the reasons.
    public static readonly DataFile Grants = new(
        "statutory-grants",
        "Crime and disorder reduction grants",
        "a grant that was made",
        ["grants", "grant_documents", "decisions", "bids"],
        [
            new("reference", Text, "The grant"),
            new("made_on", Date, "The day on which the commissioner signed"),
            new("recipient", Partnership, "Who gets it"),
            new("amount", Pounds, "Pounds awarded on that day"),
            new("purpose", Text, "What it is for"),
            new("conditions", Text, "What it depends on"),
            new("reasons", Text, "Why it reduces crime and disorder: as the decision record says or, where that is not published, the bid"),
            new("decision", Text, "The decision record"),
        ],
        $"""
        select g.reference, p.made_on, g.partnership,
            g.original / 100.0 - coalesce((select sum(a."from" - a."to") from {Variations}, {Amounts} where {CutBefore}), 0),
            coalesce(nullif(b.summary, ''), g.title),
            coalesce((select string_agg(c, '; ') from jsonb_array_elements_text(o.details->'conditions') c), 'None'),
            coalesce(case when d.is_record_public then coalesce(nullif(d.details->>'keyPoints', ''), nullif(d.details->>'summary', '')) end,
            b.need), g.decision_reference, g.reference, g.id
        from grants g join public_grants p on p.grant_id = g.id join decisions d on d.id = p.decision_id
            join grant_documents o on o.grant_id = g.id left join bids b on b.id = g.bid_id
        where p.made_on between @from and @to and (g.reference, g.id) > (@after1, @after2) order by g.reference, g.id limit @limit
        """,
        (KeyKind.Text, KeyKind.Id)
    );
}

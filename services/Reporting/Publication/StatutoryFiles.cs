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
    private const string First =
        "case when jsonb_array_length(o.details->'original') > 0 then o.details->'original' else o.details->'interventions' end";

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
            new("reasons", Text, "Why it reduces crime and disorder, as the decision record says"),
            new("decision", Text, "The decision record"),
        ],
        $"""
        select g.reference, p.made_on, g.partnership,
            g.original / 100.0 - coalesce((select sum(a."from" - a."to") from {Variations}, {Amounts} where {CutBefore}), 0),
            coalesce(nullif(b.summary, ''), g.title),
            coalesce((select string_agg(c, '; ') from jsonb_array_elements_text(o.details->'conditions') c), 'None'),
            coalesce(nullif(d.details->>'keyPoints', ''), nullif(d.details->>'summary', ''), b.need), g.decision_reference, g.reference,
            g.id
        from grants g join public_grants p on p.grant_id = g.id join decisions d on d.id = p.decision_id
            join grant_documents o on o.grant_id = g.id left join bids b on b.id = g.bid_id
        where p.made_on between @from and @to and (g.reference, g.id) > (@after1, @after2) order by g.reference, g.id limit @limit
        """,
        (KeyKind.Text, KeyKind.Id)
    );

    // Paragraph 3(g) asks for expenditure other than grants. All the money here is grants, so these are the parts that they are made of.
    public static readonly DataFile Items = new(
        "statutory-items",
        "Items over £500",
        "what an intervention was given for a year, or was given more",
        ["grants", "grant_documents", "decisions", "bids"],
        [
            new("grant_reference", Text, "The grant"),
            new("date", Date, "The day of the award, or from which a variation counts"),
            new("recipient", Partnership, "Who gets it"),
            new("item", Text, "The intervention"),
            new("year", Text, "The financial year that it is for"),
            new("amount", Pounds, "Pounds"),
            new("kind", Text, "award, or increase by a variation"),
            new("purpose", Text, "What the grant is for"),
        ],
        $"""
        select i.reference, i.at, i.partnership, i.name, i.year, i.amount, i.kind, i.purpose, i.reference, i.number
        from (
            select g.reference, x.at, g.partnership, x.name, x.year, x.amount, x.kind, coalesce(nullif(b.summary, ''), g.title) as purpose,
                (row_number() over (partition by g.id order by x.at, x.kind, x.name, x.year))::int as number
            from grants g join public_grants p on p.grant_id = g.id join grant_documents o on o.grant_id = g.id
                left join bids b on b.id = g.bid_id
            cross join lateral (
                select p.made_on as at, 'award' as kind, n.name, l.year, sum(l.amount)
                    - coalesce((select sum(a."from" - a."to") from {Variations}, {Amounts}
                    where {CutBefore} and a."interventionId" = n.id and a.year = l.year), 0) as amount
                from jsonb_to_recordset({First}) n(id uuid, name text, budget jsonb), jsonb_to_recordset(n.budget) l(year text, amount
                numeric)
                group by n.id, n.name, l.year
                union all
                select v."on", 'increase', n.name, a.year, sum(a."to" - a."from")
                from {Variations}, {Amounts} left join jsonb_to_recordset({First}) n(id uuid, name text) on n.id = a."interventionId"
                where ({CutBefore}) is not true
                group by v.number, v."on", n.name, a."interventionId", a.year) x
            where g.reference >= @after1 and x.amount > 500 and x.at between @from and @to) i
        where (i.reference, i.number) > (@after1, @after2) order by i.reference, i.number limit @limit
        """,
        (KeyKind.Text, KeyKind.Number)
    )
    {
        Page = 10_000,
    };
}

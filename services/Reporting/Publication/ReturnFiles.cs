using static Platform.Reporting.Publication.Holds;

namespace Platform.Reporting.Publication;

/// <summary>
/// Figures and dates from the returns of public grants. What people wrote in returns may name somebody, and is not published.
/// </summary>
internal static class ReturnFiles
{
    public static readonly DataFile Returns = new(
        "returns",
        "Quarterly returns",
        "a return",
        ["grants", "returns", "decisions"],
        [
            new("grant_reference", Text, "The grant"),
            new("quarter", Text, "The quarter of the financial year that it is about"),
            new("due_on", Date, "The last day on which it was not late, extensions included"),
            new("came_in_on", Date, "The day on which it first came in; empty while it has not"),
            new("working_days_late", Number, "When it first came in; 0 is on time"),
            new("status", Text, "in, awaited, not required or reported on paper"),
        ],
        """
        select g.reference, r.quarter, r.due_on, (r.first_submitted_at at time zone 'Europe/London')::date, r.working_days_late,
            case when r.on_paper then 'reported on paper' when r.state = 'NotRequired' then 'not required'
                when r.first_submitted_at is null then 'awaited' else 'in' end,
            r.grant_id, r.quarter
        from returns r join public_grants p on p.grant_id = r.grant_id join grants g on g.id = r.grant_id
        where (r.grant_id, r.quarter) > (@after1, @after2) order by r.grant_id, r.quarter limit @limit
        """,
        (KeyKind.Id, KeyKind.Text)
    );

    public static readonly DataFile Figures = new(
        "figures",
        "Figures of returns",
        "a figure of a return that came in",
        ["grants", "figures", "decisions"],
        [
            new("grant_reference", Text, "The grant"),
            new("quarter", Text, "The quarter of the return"),
            new("about_quarter", Text, "The quarter that the figure is about: a later one for forecasts, an earlier one for corrections"),
            new("intervention_id", Text, "The intervention; empty where it is about the whole grant"),
            new("measure", Text, "Capital, Revenue, ForecastCapital, ForecastRevenue, Achieved, MatchCash or MatchInKind"),
            new("indicator", Text, "What was counted, for Achieved"),
            new("amount", Money, "Pounds, for all but Achieved. A correction is the difference"),
            new("quantity", Number, "How many, for Achieved. A correction is the difference"),
            new("challenged", Text, "yes where the office has sent it back to be put right or confirmed, otherwise no"),
        ],
        """
        select g.reference, f.quarter, f.about, f.intervention_id::text, f.measure, case when f.measure = 'Achieved' then f.name end,
            case when f.measure <> 'Achieved' then f.amount end, case when f.measure = 'Achieved' then f.amount end,
            case when f.is_challenged then 'yes' else 'no' end, f.return_id, f.number
        from figures f join public_grants p on p.grant_id = f.grant_id join grants g on g.id = f.grant_id
        where (f.return_id, f.number) > (@after1, @after2) order by f.return_id, f.number limit @limit
        """,
        (KeyKind.Id, KeyKind.Number)
    )
    {
        Page = 5_000,
    };

    public static readonly DataFile Assets = new(
        "assets",
        "Things bought",
        "something that a return says was bought",
        ["grants", "assets", "returns", "decisions"],
        [
            new("grant_reference", Text, "The grant"),
            new("quarter", Text, "The quarter of the return"),
            new("intervention_id", Text, "The intervention"),
            new("kind", Text, "What sort of thing it is"),
            new("quantity", Number, "How many"),
            new("challenged", Text, "yes where the office has sent it back to be put right or confirmed, otherwise no"),
        ],
        """
        select g.reference, a.quarter, a.intervention_id::text, a.kind, a.quantity,
            case when a.intervention_id::text = any(r.challenged) then 'yes' else 'no' end, a.return_id, a.id
        from assets a join returns r on r.id = a.return_id join public_grants p on p.grant_id = a.grant_id
            join grants g on g.id = a.grant_id
        where (a.return_id, a.id) > (@after1, @after2) order by a.return_id, a.id limit @limit
        """,
        (KeyKind.Id, KeyKind.Id)
    );
}

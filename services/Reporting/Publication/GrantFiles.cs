using static Platform.Reporting.Publication.Holds;

namespace Platform.Reporting.Publication;

/// <summary>The grants that the public may read about (PublicGrants.sql).</summary>
internal static class GrantFiles
{
    public static readonly DataFile Grants = new(
        "grants",
        "Grants",
        "a grant",
        ["grants", "grant_years", "decisions", "bids"],
        [
            new("reference", Text, "The grant’s reference, the same as its bid’s"),
            new("title", Text, "What the project is called"),
            new("programme", Text, "The fund that it comes from"),
            new("partnership_code", Text, "Who delivers it, as references name them"),
            new("partnership", Partnership, "Who delivers it"),
            new("purpose", Text, "What it is for, as the partnership’s bid says"),
            new("decision", Text, "The decision record that made it"),
            new("awarded_on", Date, "The day on which the commissioner signed"),
            new("delivery_from", Date, "The first day of delivery"),
            new("delivery_to", Date, "The last day of delivery, as it stands"),
            new("promised", Money, "Pounds promised at first, before any variation"),
            new("granted", Money, "Pounds granted as it stands"),
            new("spent", Money, "Pounds spent by the returns that came in; empty where all was reported on paper"),
            new("on_paper", Text, "“reported on paper” where quarters were: what was spent in them is not in these figures"),
            new("spent_challenged", Money, "Pounds of what was spent that the office has sent back to be put right or confirmed"),
        ],
        $"""
        select g.reference, g.title, g.programme, g.partnership, g.partnership, b.summary, g.decision_reference, p.made_on,
        g.delivery_from, g.delivery_to, g.original, g.amount,
            case when y.quarters > 0 and y.actual = 0 then null else coalesce(y.actual, 0) end,
            case when y.quarters > 0 then 'reported on paper' end, coalesce(y.challenged, 0), g.reference, g.id
        from grants g join public_grants p on p.grant_id = g.id left join bids b on b.id = g.bid_id
            left join lateral (select sum(y.actual)::bigint as actual, sum(y.actual_challenged)::bigint as challenged,
            sum(y.paper_quarters) as quarters from grant_years y
            where y.grant_id = g.id) y on true
        where (g.reference, g.id) > (@after1, @after2) order by g.reference, g.id limit @limit
        """,
        (KeyKind.Text, KeyKind.Id)
    );

    public static readonly DataFile GrantYears = new(
        "grant-years",
        "Money by financial year",
        "a grant’s financial year",
        ["grants", "grant_years", "decisions"],
        [
            new("grant_reference", Text, "The grant"),
            new("year", Year, "The financial year, 1 April to 31 March"),
            new("promised", Money, "Pounds promised for the year at first"),
            new("granted", Money, "Pounds granted for the year as it stands"),
            new("spent", Money, "Pounds spent by the returns that came in; empty where all was reported on paper"),
            new("forecast", Money, "Pounds that those returns expect for quarters whose returns are not in"),
            new("match_promised", Money, "Pounds that others had promised for the year"),
            new("match_received", Money, "Pounds that others gave by the returns that came in; empty where all was reported on paper"),
            new("spent_challenged", Money, "Pounds of what was spent that the office has sent back to be put right or confirmed"),
            new("on_paper", Text, "“reported on paper” where quarters were: what they report is not in these figures"),
            new("cut", Money, "Pounds that variations took away"),
            new("added", Money, "Pounds that variations gave on top"),
            new("moved_in", Money, "Pounds that variations moved in from other years"),
            new("moved_out", Money, "Pounds that variations moved out to other years"),
            new(
                "moved_within",
                Money,
                "Pounds that variations moved between interventions, or between capital and revenue, inside the year"
            ),
            new("spent_across", Money, "Pounds of the spending that are money from an earlier year, spent across 31 March"),
            new("match_challenged", Money, "Pounds of what others gave that the office has sent back to be put right or confirmed"),
        ],
        $"""
        select g.reference, y.year, y.original, y.allocated,
            case when y.paper_quarters > 0 and y.actual = 0 then null else y.actual end, y.forecast, y.match_promised,
            case when y.paper_quarters > 0 and y.match_received = 0 then null else y.match_received end,
            y.actual_challenged, case when y.paper_quarters > 0 then 'reported on paper' end, y.cut, y.added, y.moved_in,
            y.moved_out, y.moved_within, y.across, y.match_challenged,
            y.grant_id, y.year
        from grant_years y join public_grants p on p.grant_id = y.grant_id join grants g on g.id = y.grant_id
        where (y.grant_id, y.year) > (@after1, @after2) order by y.grant_id, y.year limit @limit
        """,
        (KeyKind.Id, KeyKind.Number)
    );

    public static readonly DataFile Interventions = new(
        "interventions",
        "Interventions",
        "one thing that a grant pays for",
        ["grants", "grant_documents", "progress", "returns", "decisions"],
        [
            new("grant_reference", Text, "The grant"),
            new("intervention_id", Text, "The intervention, as in the other files"),
            new("intervention", Text, "What it is called"),
            new("kind", Text, "What sort it is, where that was asked"),
            new("promised", Pounds, "Pounds promised at first"),
            new("granted", Pounds, "Pounds granted as it stands; 0 where it was removed"),
            new("status", Text, "How it goes, by the last return that said so: NotStarted, OnTrack, AtRisk, Delayed or Complete"),
            new("status_quarter", Text, "The quarter of that return"),
            new("status_challenged", Text, "yes where the office has sent it back to be put right or confirmed, otherwise no"),
        ],
        $"""
        select p.reference, i.id::text, i.name, i.kind, coalesce((select sum(l.amount) from jsonb_to_recordset(i.budget) l(amount
        numeric)), 0),
            coalesce((select sum(l.amount) from jsonb_to_recordset(p.now) n(id uuid, budget jsonb), jsonb_to_recordset(n.budget)
            l(amount numeric) where n.id = i.id), 0),
            s.status, s.quarter, case when i.id::text = any(r.challenged) then 'yes' else 'no' end, p.reference, p.id
        from (
            select g.reference, g.id, o.details->'interventions' as now, case when jsonb_array_length(o.details->'original') > 0 then
            o.details->'original' else o.details->'interventions' end as first
            from grants g join public_grants p on p.grant_id = g.id join grant_documents o on o.grant_id = g.id
            where (g.reference, g.id) > (@after1, @after2) order by g.reference, g.id limit @limit) p
        cross join lateral jsonb_to_recordset(p.first) i(id uuid, name text, kind text, budget jsonb)
        left join progress s on s.grant_id = p.id and s.intervention_id = i.id
        left join returns r on r.grant_id = p.id and r.quarter = s.quarter
        order by p.reference, p.id, i.name, i.id
        """,
        (KeyKind.Text, KeyKind.Id)
    )
    {
        Page = 500,
    };

    public static readonly DataFile Targets = new(
        "targets",
        "Targets and what was achieved",
        "a promised output",
        ["grants", "targets", "decisions"],
        [
            new("grant_reference", Text, "The grant"),
            new("intervention_id", Text, "The intervention"),
            new("intervention", Text, "What it is called"),
            new("indicator", Text, "What is counted"),
            new("kind", Text, "How the target is meant: Fixed, UpTo or AtLeast"),
            new("target", Number, "How many, as it stands; 0 where it is no longer promised"),
            new("target_at_first", Number, "How many were promised at first, where that was varied"),
            new("achieved", Number, "How many by the returns that came in; empty where all was reported on paper"),
            new("achieved_challenged", Number, "How many of them the office has sent back to be put right or confirmed"),
            new("on_paper", Text, "“reported on paper” where quarters were: what was achieved in them is not counted here"),
        ],
        $"""
        select g.reference, t.intervention_id::text, t.intervention, t.indicator, t.kind, t.target, t.original,
            case when t.on_paper and t.achieved = 0 then null else t.achieved end, t.challenged,
            case when t.on_paper then 'reported on paper' end,
            t.grant_id, t."order"
        from targets t join public_grants p on p.grant_id = t.grant_id join grants g on g.id = t.grant_id
        where (t.grant_id, t."order") > (@after1, @after2) order by t.grant_id, t."order" limit @limit
        """,
        (KeyKind.Id, KeyKind.Number)
    );
}

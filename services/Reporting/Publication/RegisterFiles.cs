using static Platform.Reporting.Publication.Holds;

namespace Platform.Reporting.Publication;

/// <summary>Rounds that bidders see, and decisions in the public register.</summary>
internal static class RegisterFiles
{
    public static readonly DataFile Rounds = new(
        "rounds",
        "Rounds",
        "a call for bids",
        ["rounds"],
        [
            new("reference", Text, "The round: the first part of its bids’ references"),
            new("name", Text, "What it is called"),
            new("programme", Text, "The fund"),
            new("opens_at", Instant, "The first instant at which a bid can be started"),
            new("closes_at", Instant, "The first instant at which no bid can be submitted any more"),
            new("delivery_from", Date, "The first day that its money may be spent on"),
            new("delivery_to", Date, "The last day that its money may be spent on"),
            new("available", Money, "Pounds for all bids, where that was said"),
            new("cap_per_bid", Money, "The most that a bid may ask for; empty for no limit"),
            new("match_percent", Number, "Match funding that is expected, in percent of what is asked for"),
            new("themes", Text, "What a bid may be about"),
            new("invited", Text, "The partnerships that may bid, by code; empty for all"),
        ],
        """
        select r.reference, r.name, r.programme, r.opens_at, r.closes_at, r.delivery_from, r.delivery_to, r.available, r.cap_per_bid,
        r.match_percent,
            array_to_string(r.themes, '; '), array_to_string(r.invited, '; '), r.reference, r.id
        from rounds r where r.published and (r.reference, r.id) > (@after1, @after2) order by r.reference, r.id limit @limit
        """,
        (KeyKind.Text, KeyKind.Id)
    );

    public static readonly DataFile Decisions = new(
        "decisions",
        "Decisions",
        "a decision record in the public register",
        ["decisions"],
        [
            new("reference", Text, "The record; /decisions/REFERENCE is its page"),
            new("title", Text, "What it is about"),
            new("decision", Text, "Supported, NotSupported or Deferred"),
            new("decided_on", Date, "The day on which the commissioner signed"),
            new("published_at", Instant, "When it was put into the register"),
            new("bids", Text, "The references of the bids that it covers"),
            new("superseded_by", Text, "The later record that corrects it"),
        ],
        """
        select d.reference, d.title, d.details->>'decision', d.decided_on, (d.details->>'publishedAt')::timestamptz,
            (select string_agg(b, '; ') from jsonb_array_elements_text(d.details->'bids') b), d.details->>'supersededBy', d.reference, d.id
        from decisions d where d.is_public and (d.reference, d.id) > (@after1, @after2) order by d.reference, d.id limit @limit
        """,
        (KeyKind.Text, KeyKind.Id)
    );
}

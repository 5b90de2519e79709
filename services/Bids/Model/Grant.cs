using Platform.Contracts;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Bids.Model;

/// <summary>Money promised to a partnership, intervention by intervention.</summary>
internal sealed class Grant : Aggregate, IOfPartnership
{
    private Grant() { }

    public Guid BidId { get; private init; }
    public string Reference { get; private init; } = "";
    public Partnership Partnership { get; private init; } = null!;
    public GrantDetails Details { get; private set; } = null!;
    public DateTimeOffset MadeAt { get; private init; }

    /// <summary>What the commissioner supported: the decided amounts and targets of the bid's interventions.</summary>
    public static Grant Make(Bid bid, Round round, DecidedBid decided, string decisionReference, Person by, DateTimeOffset at)
    {
        var grant = new Grant
        {
            BidId = bid.Id,
            Reference = bid.Reference,
            Partnership = bid.Partnership,
            MadeAt = at,
            Details = new(bid.Id, bid.Reference, round.Programme, bid.Partnership, bid.Content.Title, decisionReference,
                round.DeliveryFrom, round.DeliveryTo, [.. Promised(bid, decided)])
            {
                Conditions = decided.Conditions, Match = bid.Content.Match, MatchPercent = round.MatchPercent,
            },
        };
        grant.Raise(v => new GrantMade(grant.Id, v, at, by, grant.Details));
        return grant;
    }

    private static IEnumerable<Intervention> Promised(Bid bid, DecidedBid decided) =>
        from asked in bid.Content.Interventions
        join promised in decided.Interventions on asked.Id equals promised.InterventionId
        let budget = promised.Awards.Where(a => a.Amount > Money.Zero).Select(a => new BudgetLine(a.Year, a.Kind, a.Amount)).ToList()
        where budget.Count > 0
        select asked with { Budget = budget, Outputs = promised.Outputs };
}

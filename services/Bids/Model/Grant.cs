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

    /// <summary>What the commissioner supported, as it was bid for.</summary>
    public static Grant Make(Bid bid, Round round, string decisionReference, Person by, DateTimeOffset at)
    {
        var grant = new Grant
        {
            BidId = bid.Id,
            Reference = bid.Reference,
            Partnership = bid.Partnership,
            MadeAt = at,
            Details = new(bid.Id, bid.Reference, round.Programme, bid.Partnership, bid.Content.Title, decisionReference,
                round.DeliveryFrom, round.DeliveryTo, bid.Content.Interventions),
        };
        grant.Raise(v => new GrantMade(grant.Id, v, at, by, grant.Details));
        return grant;
    }
}

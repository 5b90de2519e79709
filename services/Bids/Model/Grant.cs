using Platform.Contracts;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Bids.Model;

/// <summary>Money promised to a partnership, intervention by intervention. Grant.Changes.cs has what happens to it afterwards.</summary>
internal sealed partial class Grant : Aggregate, IOfPartnership
{
    private Grant() { }

    public Guid BidId { get; private init; }
    public string Reference { get; private init; } = "";
    public Partnership Partnership { get; private init; } = null!;
    public string Programme { get; private init; } = "";
    public DateOnly DeliveryFrom { get; private init; }
    public DateOnly DeliveryTo { get; private set; }
    public GrantDetails Details { get; private set; } = null!;
    public DateTimeOffset MadeAt { get; private init; }

    /// <summary>How many variations there were when the agreement was accepted: those after it changed what was agreed.</summary>
    public int? AcceptedVariations { get; private set; }

    /// <summary>What the commissioner supported, as the record promises it; what had been promised before it was reduced is its original.</summary>
    public static Grant Make(Bid bid, Round round, DecidedBid decided, string decisionReference, Person by, DateTimeOffset at)
    {
        var (original, current) = (FirstVariation.Original(bid, decided), FirstVariation.Current(bid, decided));
        var variation = FirstVariation.Of(original, current, decided, decisionReference, by, at);
        var grant = new Grant
        {
            BidId = bid.Id,
            Reference = bid.Reference,
            Partnership = bid.Partnership,
            Programme = round.Programme,
            DeliveryFrom = round.DeliveryFrom,
            DeliveryTo = round.DeliveryTo,
            MadeAt = at,
            Details = new(bid.Id, bid.Reference, round.Programme, bid.Partnership, bid.Content.Title, decisionReference, round.DeliveryFrom, round.DeliveryTo, current)
            {
                Original = variation is null ? [] : original, Variations = variation is null ? [] : [variation],
                Conditions = decided.Conditions, Match = bid.Content.Match, MatchPercent = round.MatchPercent,
            },
        };
        grant.Raise(v => new GrantMade(grant.Id, v, at, by, grant.Details));
        return grant;
    }
}

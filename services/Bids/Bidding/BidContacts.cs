namespace Platform.Bids.Bidding;

/// <summary>Who is asked about a bid: the first section. Kept by this service alone.</summary>
internal sealed record BidContacts
{
    public BidContact Lead { get; init; } = new("", "", "", "");

    /// <summary>Who is asked about money; empty where it is the same person.</summary>
    public BidContact Finance { get; init; } = new("", "", "", "");
}

/// <summary>Somebody who answers questions about a bid.</summary>
internal sealed record BidContact(string Name, string Role, string Email, string Phone)
{
    public bool IsEmpty => this is { Name: "", Role: "", Email: "", Phone: "" };
}

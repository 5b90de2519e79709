namespace Platform.Bids.Bidding;

/// <summary>Whom to ask about a bid: its first section. Only this service keeps it.</summary>
internal sealed record BidContacts
{
    public BidContact Lead { get; init; } = new("", "", "", "");

    /// <summary>Whom to ask about money; empty where it is the same person.</summary>
    public BidContact Finance { get; init; } = new("", "", "", "");
}

/// <summary>Somebody who answers questions about a bid.</summary>
internal sealed record BidContact(string Name, string Role, string Email, string Phone)
{
    public bool IsEmpty => this is { Name: "", Role: "", Email: "", Phone: "" };
}

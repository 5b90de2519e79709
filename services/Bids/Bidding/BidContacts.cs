namespace Platform.Bids.Bidding;

/// <summary>Whom to ask about a bid: its first section. Only this service keeps it.</summary>
internal sealed record BidContacts
{
    /// <summary>Whom to ask first.</summary>
    public BidContact Lead { get; init; } = new("", "", "", "");

    /// <summary>Whom to ask about money; empty where it is the same person.</summary>
    public BidContact Finance { get; init; } = new("", "", "", "");
}

/// <summary>Somebody who answers questions about a bid.</summary>
/// <param name="Name">Full name; empty while it is not said.</param>
/// <param name="Role">What they are at the partnership; empty while it is not said.</param>
/// <param name="Email">E-mail address; empty while it is not said.</param>
/// <param name="Phone">Telephone number; empty while it is not said.</param>
internal sealed record BidContact(string Name, string Role, string Email, string Phone)
{
    /// <summary>Whether nothing was said at all.</summary>
    public bool IsEmpty => this is { Name: "", Role: "", Email: "", Phone: "" };
}

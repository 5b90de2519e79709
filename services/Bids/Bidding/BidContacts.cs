using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Bidding;

/// <summary>Whom to ask about a bid: its first section. Only this service keeps it.</summary>
internal sealed record BidContacts
{
    /// <summary>Whom to ask first.</summary>
    public BidContact Lead { get; init; } = new("", "", "", "");

    /// <summary>Whom to ask about money; empty where it is the same person.</summary>
    public BidContact Finance { get; init; } = new("", "", "", "");

    /// <summary>The same for those who see people; null for everybody else.</summary>
    public BidContacts? For(Caller caller) => caller.May(LinkedActs.SeePeople) ? this : null;
}

/// <summary>Somebody who answers questions about a bid.</summary>
/// <param name="Name">Full name; empty until it is given.</param>
/// <param name="Role">What they are at the partnership; empty until it is given.</param>
/// <param name="Email">E-mail address; empty until it is given.</param>
/// <param name="Phone">Telephone number; empty until it is given.</param>
internal sealed record BidContact(
    [property: Personal] string Name,
    [property: Personal] string Role,
    [property: Personal] string Email,
    [property: Personal] string Phone
)
{
    /// <summary>Whether nothing has been given.</summary>
    public bool IsEmpty => this is { Name: "", Role: "", Email: "", Phone: "" };
}

namespace Platform.Contracts;

/// <summary>A letter could not be sent because there is no contact for it. Publisher: Notifications.</summary>
/// <param name="Id">The alert.</param>
/// <param name="Version">1.</param>
/// <param name="At">When it was found.</param>
/// <param name="By">The platform.</param>
/// <param name="Partnership">The partnership that has no contact; null for the commissioner's office.</param>
/// <param name="Roles">The roles that nobody holds.</param>
/// <param name="Subject">The subject of the letter that could not be sent.</param>
public sealed record RecipientMissing(
    Guid Id,
    int Version,
    DateTimeOffset At,
    Person By,
    Partnership? Partnership,
    IReadOnlyList<string> Roles,
    string Subject
) : IEvent;

/// <summary>A letter was handed to the mail provider. Publisher: Notifications.</summary>
/// <param name="Id">The letter.</param>
/// <param name="Version">The letter's version.</param>
/// <param name="At">When the provider took it.</param>
/// <param name="By">The platform.</param>
/// <param name="Details">What was sent, without the address.</param>
public sealed record LetterSent(Guid Id, int Version, DateTimeOffset At, Person By, LetterDetails Details)
    : Event<LetterDetails>(Id, Version, At, By, Details);

/// <summary>A letter was not sent, because what it says is no longer so. Publisher: Notifications.</summary>
/// <param name="Id">The letter.</param>
/// <param name="Version">The letter's version.</param>
/// <param name="At">When that was seen.</param>
/// <param name="By">The platform.</param>
/// <param name="Details">What was not sent, without the address.</param>
/// <param name="Reason">Why not, to follow "not sent:".</param>
public sealed record LetterWithdrawn(Guid Id, int Version, DateTimeOffset At, Person By, LetterDetails Details, string Reason)
    : Event<LetterDetails>(Id, Version, At, By, Details);

/// <summary>A letter as its log shows it.</summary>
/// <param name="About">The bid, grant, return or other thing that it is about.</param>
/// <param name="Partnership">The partnership that it concerns; null for the commissioner's office.</param>
/// <param name="To">The recipient's name; never the address.</param>
/// <param name="Subject">Its subject line.</param>
public sealed record LetterDetails(
    Guid About,
    Partnership? Partnership,
    [property: Personal] string To,
    [property: Personal] string Subject
);

/// <summary>The mail provider says that a letter reached its recipient. Publisher: Notifications.</summary>
/// <param name="Id">The letter.</param>
/// <param name="Version">The letter's version.</param>
/// <param name="At">When the platform was told.</param>
/// <param name="By">The platform.</param>
/// <param name="Details">What was delivered, without the address.</param>
public sealed record LetterDelivered(Guid Id, int Version, DateTimeOffset At, Person By, LetterDetails Details)
    : Event<LetterDetails>(Id, Version, At, By, Details);

/// <summary>A letter was refused, was not taken for three days, or came back: somebody must see to it. Publisher: Notifications.</summary>
/// <param name="Id">The letter.</param>
/// <param name="Version">The letter's version.</param>
/// <param name="At">When.</param>
/// <param name="By">The platform.</param>
/// <param name="Details">What did not arrive, without the address.</param>
/// <param name="Reason">What the provider said, addresses left out.</param>
public sealed record LetterFailed(Guid Id, int Version, DateTimeOffset At, Person By, LetterDetails Details, string Reason)
    : Event<LetterDetails>(Id, Version, At, By, Details)
{
    /// <summary>The letter of several that it went in, which has an alert of its own; null where it went by itself.</summary>
    public Guid? Into { get; init; }
}

/// <summary>An officer has dealt with a letter that failed or had no recipient. Publisher: Notifications.</summary>
/// <param name="Id">That of the <see cref="LetterFailed"/> or <see cref="RecipientMissing"/>.</param>
/// <param name="Version">The next version of that letter or alert.</param>
/// <param name="At">When.</param>
/// <param name="By">The officer.</param>
public sealed record AlertClosed(Guid Id, int Version, DateTimeOffset At, Person By) : IEvent;

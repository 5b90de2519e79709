namespace Platform.Contracts;

/// <summary>
/// Something was changed behind the platform's back, in its log or beside it: somebody must look. Publisher: the service that found it.
/// </summary>
public sealed record AuditFailed(Guid Id, int Version, DateTimeOffset At, Person By, AuditFindingDetails Details)
    : Event<AuditFindingDetails>(Id, Version, At, By, Details);

/// <summary>Somebody has noted how that was mended: it is settled. Publisher: the service that found it.</summary>
/// <param name="Id">The finding.</param>
/// <param name="Version">Its version.</param>
/// <param name="At">When.</param>
/// <param name="By">Who noted it.</param>
/// <param name="Details">What had been found.</param>
/// <param name="How">How it was mended, in their words.</param>
public sealed record AuditMended(Guid Id, int Version, DateTimeOffset At, Person By, AuditFindingDetails Details, string How)
    : Event<AuditFindingDetails>(Id, Version, At, By, Details);

/// <summary>Somebody notes how a finding was mended. Publisher: Notifications. The service that found it settles it.</summary>
/// <param name="Id">The note.</param>
/// <param name="Version">1.</param>
/// <param name="At">When.</param>
/// <param name="By">Who notes it.</param>
/// <param name="FindingId">The finding.</param>
/// <param name="Service">The service that found it.</param>
/// <param name="How">How it was mended, in their words.</param>
public sealed record AuditMendingNoted(Guid Id, int Version, DateTimeOffset At, Person By, Guid FindingId, string Service, string How)
    : IEvent;

/// <summary>What was found.</summary>
/// <param name="Service">The service whose data it is: "bids".</param>
/// <param name="Words">What was found, in a sentence that names the thing.</param>
public sealed record AuditFindingDetails(string Service, string Words);

/// <summary>
/// Somebody signed in or out, was refused, read what is personal about others, or took data away. It changes nothing: there is no thing
/// behind it. Publisher: whichever program saw it.
/// </summary>
/// <param name="Id">The note.</param>
/// <param name="Version">1.</param>
/// <param name="At">When.</param>
/// <param name="By">Who; nobody where they had not signed in.</param>
/// <param name="Details">What was seen.</param>
[Personal]
public sealed record AccessNoted(Guid Id, int Version, DateTimeOffset At, Person By, AccessDetails Details)
    : Event<AccessDetails>(Id, Version, At, By, Details);

/// <summary>What somebody did that changed nothing.</summary>
/// <param name="Kind">Which kind of thing.</param>
/// <param name="What">The address that they asked for, without its query; at signing in and out, how, in words.</param>
/// <param name="Source">The network address that the request came from.</param>
/// <param name="Of">Whose account it was, where that is not who did it.</param>
/// <param name="Times">
/// How often. Beyond <see cref="Most"/> of a kind in a minute, a person's are counted and said in one note, with the last address.
/// </param>
public sealed record AccessDetails(
    AccessKind Kind,
    string What,
    [property: Personal] string Source,
    [property: Personal] Person? Of = null,
    int Times = 1
)
{
    /// <summary>How many notes of a kind a person causes in a minute, at most, before they are counted.</summary>
    public const int Most = 20;
}

/// <summary>The kinds of thing that people do without changing any.</summary>
public enum AccessKind
{
    /// <summary>Signed in.</summary>
    SignedIn,

    /// <summary>Could not sign in: the address or the password was wrong.</summary>
    SignInRefused,

    /// <summary>Could not sign in: the account is locked after wrong passwords.</summary>
    LockedOut,

    /// <summary>A session was ended.</summary>
    SignedOut,

    /// <summary>Asked for what is not theirs to see or do.</summary>
    Refused,

    /// <summary>Read what is personal about somebody else.</summary>
    PersonalDataRead,

    /// <summary>Took a file of data away.</summary>
    Exported,
}

namespace Platform.Contracts;

/// <summary>
/// Something about a user account changed. With <see cref="LinkIssued"/> the only message that carries an e-mail address. Publisher:
/// gateway.
/// </summary>
/// <param name="Id">The user id.</param>
/// <param name="Version">The account's version.</param>
/// <param name="At">When.</param>
/// <param name="By">Who changed it.</param>
/// <param name="Details">The account as it is now.</param>
[Personal]
public sealed record ContactChanged(Guid Id, int Version, DateTimeOffset At, Person By, Contact Details)
    : Event<Contact>(Id, Version, At, By, Details)
{
    /// <summary>What changed, a sentence each: its owner is told, and so are the administrators. Empty where nobody is.</summary>
    [Personal]
    public IReadOnlyList<string> Changes { get; init; } = [];

    /// <summary>Whether its owner alone is told: a password, a second factor.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>The account before, where its address was another: that one is told too.</summary>
    public Contact? Former { get; init; }
}

/// <summary>How to reach a user, and in what capacity.</summary>
/// <param name="Name">As it stands in a letter.</param>
/// <param name="Email">The address.</param>
/// <param name="Partnership">Null for people of the commissioner's office.</param>
/// <param name="Roles">Of <see cref="Contracts.Roles"/>.</param>
/// <param name="Active">False once the account is disabled: no letter goes there.</param>
public sealed record Contact(
    [property: Personal] string Name,
    [property: Personal] string Email,
    Partnership? Partnership,
    IReadOnlyList<string> Roles,
    bool Active
);

/// <summary>A one-time link was made, for the person to whom it goes and nobody else. Publisher: gateway.</summary>
/// <param name="Id">The user id.</param>
/// <param name="Version">The account's version.</param>
/// <param name="At">When.</param>
/// <param name="By">Who asked for it.</param>
/// <param name="Details">The link.</param>
[Personal]
public sealed record LinkIssued(Guid Id, int Version, DateTimeOffset At, Person By, IssuedLink Details)
    : Event<IssuedLink>(Id, Version, At, By, Details);

/// <summary>A one-time link.</summary>
/// <param name="Purpose">What it is for.</param>
/// <param name="To">Whom it goes to, and where.</param>
/// <param name="Code">Its code, as <see cref="SealedCode.Seal"/> made it.</param>
/// <param name="Until">The instant from which it cannot be used (UTC).</param>
public sealed record IssuedLink(LinkPurpose Purpose, Contact To, string Code, DateTimeOffset Until);

/// <summary>What a one-time link is for.</summary>
public enum LinkPurpose
{
    /// <summary>Choosing the first password.</summary>
    Invitation,

    /// <summary>Choosing another password in place of one that was forgotten.</summary>
    PasswordReset,

    /// <summary>Saying that a new address is one's own; it goes there.</summary>
    NewAddress,

    /// <summary>Agreeing that one's address changes; it goes to the one before.</summary>
    FormerAddress,
}

/// <summary>A program that calls the API was registered, or revoked. Publisher: gateway.</summary>
/// <param name="Id">The client id.</param>
/// <param name="Version">Its version.</param>
/// <param name="At">When.</param>
/// <param name="By">The administrator.</param>
/// <param name="Details">The program.</param>
public sealed record ClientChanged(Guid Id, int Version, DateTimeOffset At, Person By, ClientDetails Details)
    : Event<ClientDetails>(Id, Version, At, By, Details);

/// <summary>A program that calls the API.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Partnership">The partnership whose things it sees; null for the commissioner's office.</param>
/// <param name="MayWrite">Whether it may also change things.</param>
/// <param name="Until">The instant from which it is refused (UTC).</param>
/// <param name="RevokedAt">When it was revoked (UTC); null until then.</param>
public sealed record ClientDetails(string Name, Partnership? Partnership, bool MayWrite, DateTimeOffset Until, DateTimeOffset? RevokedAt);

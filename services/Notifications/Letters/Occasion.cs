using Platform.Contracts;

namespace Platform.Notifications.Letters;

/// <summary>Why a letter is written, and to whom.</summary>
/// <param name="About">The id of the round, bid, grant, return or other thing that it is about.</param>
/// <param name="Version">That thing's version.</param>
/// <param name="Kind">Together with <paramref name="About"/> and the recipient, identifies the letter: "rung +5".</param>
/// <param name="Partnership">The partnership whose contacts are written to; null for the commissioner's office.</param>
/// <param name="Roles">The roles that are written to.</param>
internal sealed record Occasion(Guid About, int Version, string Kind, Partnership? Partnership, IReadOnlyList<string> Roles)
{
    /// <summary>Those to write to besides, by user id, if they are active contacts of the partnership.</summary>
    public IReadOnlyList<Guid> Also { get; init; } = [];

    /// <summary>The one person to write to, instead of everybody with the role.</summary>
    public Person? Only { get; init; }

    /// <summary>The roles that are written to where nobody has the others: the officers are alerted all the same.</summary>
    public IReadOnlyList<string> Instead { get; init; } = [];

    /// <summary>The roles of those who are left out, because they get another letter for the same occasion.</summary>
    public IReadOnlyList<string> Except { get; init; } = [];

    /// <summary>Those who are left out, by user id, because they may not do what it asks for.</summary>
    public IReadOnlyList<Guid> Barred { get; init; } = [];

    /// <summary>Why they are left out: "whoever asked for it".</summary>
    public string BarredAs { get; init; } = "";

    /// <summary>Whether the letter asks for something that somebody may have done before it is sent.</summary>
    public bool IsRequest { get; init; }

    /// <summary>The instant from which its words are no longer true, such as "due today"; null where they stay true.</summary>
    public DateTimeOffset? TrueUntil { get; init; }

    /// <summary>
    /// Whether it is a rung of a ladder: it goes in office hours alone, and not once a later letter of the ladder has been written.
    /// </summary>
    public bool IsRung { get; init; }

    /// <summary>What the letter is about, as its page's address names it.</summary>
    public string? Reference { get; init; }

    /// <summary>Whether the letter never waits for a daily letter.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>Whether nobody is alerted where nobody can receive it.</summary>
    public bool MayBeNobody { get; init; }

    /// <summary>The sealed code of its link, which the recipient alone may see; null for none.</summary>
    public string? Code { get; init; }

    /// <summary>
    /// An event, for those at a partnership who get that letter. Counts by version: when it happens again, they are written to again.
    /// </summary>
    public static Occasion Of(IEvent happened, string kind, Partnership partnership, LetterTemplate letter) =>
        new(happened.Id, happened.Version, $"{kind} {happened.Version}", partnership, letter.Roles);

    /// <summary>An event, for people in the commissioner's office.</summary>
    public static Occasion AtOffice(IEvent happened, string kind, string role) =>
        new(happened.Id, happened.Version, $"{kind} {happened.Version} office", null, [role]);

    /// <summary>An event, for one person in the commissioner's office.</summary>
    public static Occasion ToOne(IEvent happened, string kind, Person person, string role) =>
        new(happened.Id, happened.Version, $"{kind} {happened.Version}", null, [role]) { Only = person };
}

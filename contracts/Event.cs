namespace Platform.Contracts;

/// <summary>Something that happened to one thing. Most carry that thing's whole state: <see cref="Event{TDetails}"/>.</summary>
public interface IEvent
{
    /// <summary>The thing that it happened to.</summary>
    Guid Id { get; }

    /// <summary>The thing's version after it: 1, 2, 3, with no gap.</summary>
    int Version { get; }

    /// <summary>When it counts as having happened: for an act of a person, the instant their request reached the gateway.</summary>
    DateTimeOffset At { get; }

    /// <summary>Who did it.</summary>
    Person By { get; }
}

/// <summary>
/// Something that happened to one thing, with that thing's version and whole state after it. A reader that keeps the newest version it has
/// seen is right, in whatever order and however often events arrive.
/// </summary>
/// <typeparam name="TDetails">The thing's state, as others may know it.</typeparam>
/// <param name="Id">The thing.</param>
/// <param name="Version">The thing's version after it.</param>
/// <param name="At">When it counts as having happened.</param>
/// <param name="By">Who did it.</param>
/// <param name="Details">The thing after it.</param>
public abstract record Event<TDetails>(Guid Id, int Version, DateTimeOffset At, Person By, TDetails Details) : IEvent
    where TDetails : notnull;

/// <summary>
/// A person by user id; the name is for reading. Two people are the same when the ids are: never compare names or addresses.
/// </summary>
/// <param name="UserId">The user id; all zeros for the platform.</param>
/// <param name="Name">What people call them.</param>
public sealed record Person(Guid UserId, string Name)
{
    /// <summary>The platform itself: closing a round, chasing a return.</summary>
    public static readonly Person Platform = new(Guid.Empty, "The platform");
}

/// <summary>The roles that a person can hold: each program's table of acts says what they may do.</summary>
public static class Roles
{
    /// <summary>Prepares a partnership's bids and returns.</summary>
    public const string PartnerEditor = "partner-editor";

    /// <summary>Submits a partnership's bids and certifies its returns.</summary>
    public const string PartnerLead = "partner-lead";

    /// <summary>Chairs a partnership; is written to when a return is two weeks late.</summary>
    public const string PartnerChair = "partner-chair";

    /// <summary>
    /// Is written to instead of a chair where a partnership has none: the lead's line manager, or whom the office chooses. A contact, never
    /// an account.
    /// </summary>
    public const string PartnerStandIn = "partner-stand-in";

    /// <summary>Opens rounds, reads returns, chases.</summary>
    public const string Officer = "opcc-officer";

    /// <summary>Scores bids.</summary>
    public const string Assessor = "assessor";

    /// <summary>Chief executive or chief finance officer.</summary>
    public const string Finance = "finance";

    /// <summary>Determines what of a decision is published.</summary>
    public const string MonitoringOfficer = "monitoring-officer";

    /// <summary>The Police and Crime Commissioner.</summary>
    public const string Commissioner = "commissioner";

    /// <summary>Reads reports and board papers, and what was submitted and signed, without who is behind it at a partnership.</summary>
    public const string Board = "board";

    /// <summary>Looks after accounts, wording and the running of the platform. Reads nothing of a partnership's work.</summary>
    public const string Administrator = "administrator";

    /// <summary>The roles that belong to one partnership.</summary>
    public static readonly IReadOnlyList<string> OfPartnerships = [PartnerEditor, PartnerLead, PartnerChair];

    /// <summary>The roles of the commissioner's office that follow the work of partnerships.</summary>
    public static readonly IReadOnlyList<string> OfOffice = [Officer, Assessor, Finance, MonitoringOfficer, Commissioner];

    /// <summary>The roles that see every partnership's things.</summary>
    public static readonly IReadOnlyList<string> SeeingAll = [.. OfOffice, Board];

    /// <summary>The roles that see a partnership's things: of their own, or of all.</summary>
    public static readonly IReadOnlyList<string> SeeingSome = [.. OfPartnerships, .. SeeingAll];

    /// <summary>Every role.</summary>
    public static readonly IReadOnlyList<string> All = [.. SeeingSome, Administrator];
}

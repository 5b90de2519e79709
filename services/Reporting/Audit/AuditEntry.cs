using Platform.Contracts;

namespace Platform.Reporting.Audit;

/// <summary>
/// One event of any service, without what was written in a bid or a return: who, what, which thing, when. Whoever looks into something need
/// not be somebody who may read it.
/// </summary>
internal sealed class AuditEntry
{
    public Guid Id { get; init; }
    public int Version { get; init; }

    /// <summary>When it happened (UTC).</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>What it is about.</summary>
    public AuditKind Kind { get; init; }

    /// <summary>Who did it, by user id; all zeros for the platform and for people who are not signed in.</summary>
    public Guid ById { get; init; }

    /// <summary>Who did it, by name.</summary>
    public string By { get; init; } = "";

    /// <summary>Whom it was done to, by name; empty for nobody.</summary>
    public string To { get; init; } = "";

    /// <summary>What was done: "Bid submitted".</summary>
    public string What { get; init; } = "";

    /// <summary>The thing, as people name it: a reference, a name, an address.</summary>
    public string Thing { get; init; } = "";

    /// <summary>The page about it; null for none.</summary>
    public string? Link { get; init; }

    /// <summary>The network address that it was done from, where that was noted.</summary>
    public string Source { get; init; } = "";

    /// <summary>How often: more than once where it was only counted.</summary>
    public int Times { get; init; }
}

/// <summary>What an entry is about.</summary>
internal enum AuditKind
{
    SigningIn,
    RefusedSignIn,
    LockedAccount,
    Refusal,
    PersonalData,
    Export,
    Account,
    Round,
    Bid,
    Assessment,
    Decision,
    Grant,
    Return,
    Letter,
    BoardPaper,
    FoiRequest,
    SavedView,
    Platform,
}

/// <summary>The kinds in words, and who may open what an entry leads to.</summary>
internal static class AuditKinds
{
    public static string Of(AuditKind kind) =>
        kind switch
        {
            AuditKind.SigningIn => "Signing in and out",
            AuditKind.RefusedSignIn => "Refused sign-ins",
            AuditKind.LockedAccount => "Locked accounts",
            AuditKind.Refusal => "Refusals",
            AuditKind.PersonalData => "Personal data read",
            AuditKind.Export => "Files taken away",
            AuditKind.Account => "Accounts",
            AuditKind.Round => "Rounds",
            AuditKind.Bid => "Bids",
            AuditKind.Assessment => "Assessments",
            AuditKind.Decision => "Decisions",
            AuditKind.Grant => "Grants",
            AuditKind.Return => "Returns",
            AuditKind.Letter => "Letters",
            AuditKind.BoardPaper => "Board papers",
            AuditKind.FoiRequest => "Freedom of information",
            AuditKind.SavedView => "Saved views",
            _ => "The platform itself",
        };

    /// <summary>The act of those who may open the page; an address that somebody asked for is no link.</summary>
    public static Act? Opens(AuditKind kind) =>
        kind switch
        {
            AuditKind.Account => LinkedActs.ReadPeople,
            AuditKind.Round or AuditKind.Bid or AuditKind.Assessment or AuditKind.Grant or AuditKind.Return => LinkedActs.FollowWork,
            AuditKind.Decision => LinkedActs.TakePartInDecisions,
            AuditKind.Letter => LinkedActs.ReadLetters,
            AuditKind.BoardPaper => Acts.ReadPapers,
            AuditKind.FoiRequest => Acts.ReadFoi,
            AuditKind.Platform => LinkedActs.SettleFailures,
            _ => null,
        };
}

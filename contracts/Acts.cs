using System.Runtime.CompilerServices;
using System.Security.Claims;

namespace Platform.Contracts;

/// <summary>Something that people do, and who may. Each program has one table of its own: its <c>Acts.cs</c>.</summary>
/// <param name="Roles">The roles that may do it, of <see cref="Contracts.Roles"/>.</param>
/// <param name="Name">Its name in the table, "SendBackBid": filled in by the compiler.</param>
public sealed record Act(IReadOnlyList<string> Roles, [CallerMemberName] string Name = "")
{
    /// <summary>Whether it asks for the password or a second factor again: it signs, certifies, submits, or gives roles.</summary>
    public bool IsConfirmed { get; init; }

    /// <summary>Whether somebody with those roles may do it.</summary>
    public bool IsFor(IEnumerable<string> roles) => Roles.Intersect(roles).Any();

    /// <summary>Whether somebody with those claims may do it.</summary>
    public bool IsFor(ClaimsPrincipal user) => Roles.Any(user.IsInRole);
}

/// <summary>The acts that other programs link to: navigation, home pages and timelines show those links to whoever may do them.</summary>
public static class LinkedActs
{
    /// <summary>Follows rounds, bids, grants and returns, and what happened to them. The board reads reports instead.</summary>
    public static readonly Act FollowWork = new([.. Roles.OfPartnerships, .. Roles.OfOffice]);

    /// <summary>
    /// Sees who at a partnership wrote, submitted, certified or accepted something, and how to reach them. The board sees what they did.
    /// </summary>
    public static readonly Act SeePeople = new([.. Roles.OfPartnerships, .. Roles.OfOffice]);

    /// <summary>Writes rounds, publishes and closes them.</summary>
    public static readonly Act WriteRounds = new([Roles.Officer]);

    /// <summary>Answers a partnership that asks for more time to bid.</summary>
    public static readonly Act AnswerExtension = new([Roles.Officer]);

    /// <summary>Scores the bids that they are asked to assess.</summary>
    public static readonly Act AssessBids = new([Roles.Assessor]);

    /// <summary>Has a part in decisions: prepares, approves, determines or takes them.</summary>
    public static readonly Act TakePartInDecisions = new([Roles.Officer, Roles.Finance, Roles.MonitoringOfficer, Roles.Commissioner]);

    /// <summary>Writes a decision record, submits it for approval, drops or corrects it.</summary>
    public static readonly Act PrepareDecision = new([Roles.Officer]);

    /// <summary>Approves a decision record, or returns it.</summary>
    public static readonly Act ApproveDecision = new([Roles.Finance]) { IsConfirmed = true };

    /// <summary>Determines what of a decision is published.</summary>
    public static readonly Act DetermineDecision = new([Roles.MonitoringOfficer]) { IsConfirmed = true };

    /// <summary>Decides, and signs.</summary>
    public static readonly Act SignDecision = new([Roles.Commissioner]) { IsConfirmed = true };

    /// <summary>Approves a variation that moves money between funding years on no decision record.</summary>
    public static readonly Act ApproveVariation = new([Roles.Finance]) { IsConfirmed = true };

    /// <summary>Accepts a grant's agreement for the partnership.</summary>
    public static readonly Act AcceptGrant = new([Roles.PartnerLead]) { IsConfirmed = true };

    /// <summary>Makes the declaration and submits a bid.</summary>
    public static readonly Act SubmitBid = new([Roles.PartnerLead]) { IsConfirmed = true };

    /// <summary>Certifies a return and submits it.</summary>
    public static readonly Act CertifyReturn = new([Roles.PartnerLead]) { IsConfirmed = true };

    /// <summary>Reads the reports of all partnerships.</summary>
    public static readonly Act ReadReports = new(Roles.SeeingAll);

    /// <summary>Answers freedom of information requests.</summary>
    public static readonly Act AnswerFoi = new([Roles.Officer, Roles.MonitoringOfficer]);

    /// <summary>Reads letters, as they were sent.</summary>
    public static readonly Act ReadLetters = new([Roles.Officer]);

    /// <summary>Reads who is written to.</summary>
    public static readonly Act ReadContacts = new([Roles.Officer, Roles.Administrator]);

    /// <summary>Reads the wording of letters.</summary>
    public static readonly Act ReadTemplates = new([Roles.Officer, Roles.Administrator]);

    /// <summary>Reads what could not be delivered, and who cannot be reached.</summary>
    public static readonly Act ReadAlerts = new([Roles.Officer, Roles.Administrator]);

    /// <summary>Reads the messages that a service could not handle, and signs of tampering.</summary>
    public static readonly Act ReadFailures = new([Roles.Officer, Roles.Administrator]);

    /// <summary>Has a message that failed handled again, or gives it up.</summary>
    public static readonly Act SettleFailures = new([Roles.Administrator]);

    /// <summary>Reads who did and read what, and when.</summary>
    public static readonly Act ReadAudit = new([Roles.MonitoringOfficer, Roles.Administrator]);

    /// <summary>Gives out all that is held about somebody who asks.</summary>
    public static readonly Act AnswerSubject = new([Roles.MonitoringOfficer]) { IsConfirmed = true };

    /// <summary>Reads who has an account, and may do what.</summary>
    public static readonly Act ReadPeople = new([Roles.Administrator]);

    /// <summary>Confirms, as the second person, what an administrator asked to change of an account.</summary>
    public static readonly Act ConfirmPeople = new([Roles.Administrator, Roles.Finance, Roles.MonitoringOfficer, Roles.Commissioner])
    {
        IsConfirmed = true,
    };

    /// <summary>Sees who is in their partnership.</summary>
    public static readonly Act ReadTeam = new([Roles.PartnerLead]);

    /// <summary>Moves the clock of a demonstration.</summary>
    public static readonly Act MoveClock = new([Roles.Administrator]);
}

using Platform.Contracts;

namespace Platform.Bids;

/// <summary>Who may do what here. To add a role, name it on the line of each act that it may do.</summary>
internal static class Acts
{
    /// <summary>Writes rounds, publishes and closes them, and sees those that are not published.</summary>
    public static readonly Act WriteRounds = LinkedActs.WriteRounds;

    /// <summary>Reads who asked for more time: a partnership its own.</summary>
    public static readonly Act ReadExtensions = new([.. Roles.OfPartnerships, .. Roles.OfOffice]);

    /// <summary>Reads what every partnership of a round asked for.</summary>
    public static readonly Act ReadAllExtensions = new(Roles.OfOffice);

    /// <summary>Asks for more time to bid.</summary>
    public static readonly Act RequestExtension = new([Roles.PartnerEditor, Roles.PartnerLead]);

    /// <summary>Answers a partnership that asks for more time.</summary>
    public static readonly Act AnswerExtension = LinkedActs.AnswerExtension;

    /// <summary>Gives a partnership more time that it has not asked for.</summary>
    public static readonly Act GiveExtension = new([Roles.Officer]);

    /// <summary>Reads Problem Profiles: a partnership its own.</summary>
    public static readonly Act ReadProfiles = new(Roles.SeeingSome);

    /// <summary>Writes Problem Profiles.</summary>
    public static readonly Act WriteProfiles = new([Roles.Officer]);

    /// <summary>Reads bids: a partnership its own, everybody else what was submitted.</summary>
    public static readonly Act ReadBids = new(Roles.SeeingSome);

    /// <summary>Sees who did what to a bid, its contacts, and its submissions to the byte.</summary>
    public static readonly Act SeePeople = LinkedActs.SeePeople;

    /// <summary>Starts a bid, fills it in, copies it.</summary>
    public static readonly Act WriteBid = new([Roles.PartnerEditor, Roles.PartnerLead]);

    /// <summary>Makes the declaration and submits a bid.</summary>
    public static readonly Act SubmitBid = LinkedActs.SubmitBid;

    /// <summary>Gives a bid back to its editors instead of submitting it.</summary>
    public static readonly Act GiveBackBid = new([Roles.PartnerLead]);

    /// <summary>Withdraws a bid.</summary>
    public static readonly Act WithdrawBid = new([Roles.PartnerLead]);

    /// <summary>Sends sections of a bid back to be changed.</summary>
    public static readonly Act SendBackBid = new([Roles.Officer]);

    /// <summary>Opens assessments. Which ones depends on the person, not on the role.</summary>
    public static readonly Act ReadAssessments = new(Roles.OfOffice);

    /// <summary>Scores the bids that they are asked to assess.</summary>
    public static readonly Act AssessBids = LinkedActs.AssessBids;

    /// <summary>Chooses who assesses a bid, and sees how far they are.</summary>
    public static readonly Act AssignAssessors = new([Roles.Officer]);

    /// <summary>Reads a bid that they are to assess, even before declaring that they have no interest in it.</summary>
    public static readonly Act ReadUndeclared = new([Roles.Officer]);

    /// <summary>Follows a bid's assessors while they are scoring; their scores stay hidden until all have finished.</summary>
    public static readonly Act ReadEveryPanel = new([Roles.Officer]);

    /// <summary>Reads the scores of a bid's assessors once they have agreed.</summary>
    public static readonly Act ReadAgreedPanels = new([Roles.Finance, Roles.MonitoringOfficer, Roles.Commissioner]);

    /// <summary>Records what the assessors of a bid agreed.</summary>
    public static readonly Act ModerateBid = new([Roles.Officer]);

    /// <summary>Reads a round's ranking: those who assess, advise and decide.</summary>
    public static readonly Act ReadRanking = new([
        Roles.Officer,
        Roles.Assessor,
        Roles.Finance,
        Roles.MonitoringOfficer,
        Roles.Commissioner,
    ]);

    /// <summary>Reads decision records that are signed and not public.</summary>
    public static readonly Act ReadDecisions = new(Roles.SeeingAll);

    /// <summary>Reads decision records before they are signed.</summary>
    public static readonly Act ReadUnsigned = new(Roles.OfOffice);

    /// <summary>Writes a decision record, submits it for approval, drops or corrects it.</summary>
    public static readonly Act PrepareDecision = LinkedActs.PrepareDecision;

    /// <summary>Records how many of a year's decisions were made on paper.</summary>
    public static readonly Act CountPaperDecisions = new([Roles.Officer]);

    /// <summary>Approves a decision record, or returns it.</summary>
    public static readonly Act ApproveDecision = LinkedActs.ApproveDecision;

    /// <summary>Determines how much of a decision is published.</summary>
    public static readonly Act DetermineDecision = LinkedActs.DetermineDecision;

    /// <summary>Decides, and signs.</summary>
    public static readonly Act SignDecision = LinkedActs.SignDecision;

    /// <summary>Publishes a decision, as the monitoring officer determined.</summary>
    public static readonly Act PublishDecision = new([Roles.Officer]);

    /// <summary>Reads grants: a partnership its own.</summary>
    public static readonly Act ReadGrants = new(Roles.SeeingSome);

    /// <summary>Records a variation of a grant.</summary>
    public static readonly Act VaryGrant = new([Roles.Officer]);

    /// <summary>Approves a variation that moves money between funding years on no decision record.</summary>
    public static readonly Act ApproveVariation = LinkedActs.ApproveVariation;

    /// <summary>Cancels a variation that does not count yet.</summary>
    public static readonly Act CancelVariation = new([Roles.Officer, Roles.Finance]);

    /// <summary>Accepts a grant's agreement for the partnership.</summary>
    public static readonly Act AcceptGrant = LinkedActs.AcceptGrant;

    /// <summary>Gives out all that is held about somebody who asks.</summary>
    public static readonly Act AnswerSubject = LinkedActs.AnswerSubject;
}

using Platform.Contracts;

namespace Platform.Returns;

/// <summary>Who may do what here. To add a role, name it on the line of each act that it may do.</summary>
internal static class Acts
{
    /// <summary>Reads returns, and how late they came in: a partnership its own.</summary>
    public static readonly Act ReadReturns = new(Roles.SeeingSome);

    /// <summary>Sees who did what to a return, and its submissions to the byte.</summary>
    public static readonly Act SeePeople = LinkedActs.SeePeople;

    /// <summary>Reads what a partnership has not submitted yet.</summary>
    public static readonly Act ReadUnsubmitted = new(Roles.OfPartnerships);

    /// <summary>Fills in a return, and hands it over to be certified.</summary>
    public static readonly Act WriteReturn = new([Roles.PartnerEditor, Roles.PartnerLead]);

    /// <summary>Certifies a return and submits it.</summary>
    public static readonly Act CertifyReturn = LinkedActs.CertifyReturn;

    /// <summary>Gives a return back to its editors instead of certifying it.</summary>
    public static readonly Act DeclineReturn = new([Roles.PartnerLead]);

    /// <summary>Accepts a return or sends it back, extends it, or says that it is not required.</summary>
    public static readonly Act AnswerReturn = new([Roles.Officer]);

    /// <summary>Manages reminders: sees what will go out, sends one now, pauses them, notes replies.</summary>
    public static readonly Act ChaseReturns = new([Roles.Officer]);

    /// <summary>Reads when a programme's returns are due and whom its reminders go to.</summary>
    public static readonly Act ReadProgrammes = new(Roles.SeeingAll);

    /// <summary>Decides when a programme's returns are due and whom its reminders go to.</summary>
    public static readonly Act WriteProgrammes = new([Roles.Officer]);

    /// <summary>Gives out all that is held about somebody who asks.</summary>
    public static readonly Act AnswerSubject = LinkedActs.AnswerSubject;
}

using Platform.Contracts;

namespace Platform.Reporting;

/// <summary>Who may do what here. To add a role, name it on the line of each act that it may do.</summary>
internal static class Acts
{
    /// <summary>Reads about one partnership: a partnership about itself.</summary>
    public static readonly Act ReadPartnership = new(Roles.SeeingSome);

    /// <summary>Reads what happened and which letters were sent: a partnership about itself. The board reads reports instead.</summary>
    public static readonly Act FollowWork = LinkedActs.FollowWork;

    /// <summary>Chooses among the timelines of all partnerships.</summary>
    public static readonly Act ReadTimelines = new(Roles.OfOffice);

    /// <summary>Reads the reports of all partnerships.</summary>
    public static readonly Act ReadReports = LinkedActs.ReadReports;

    /// <summary>Reads which returns are overdue: a partnership its own.</summary>
    public static readonly Act ReadOverdue = new(Roles.SeeingSome);

    /// <summary>Saves a view of a report, and has it mailed.</summary>
    public static readonly Act SaveViews = new([Roles.Officer]);

    /// <summary>Rebuilds the reports from the services' logs.</summary>
    public static readonly Act RebuildReports = new([Roles.Administrator]);

    /// <summary>Reads who did and read what, and when.</summary>
    public static readonly Act ReadAudit = LinkedActs.ReadAudit;

    /// <summary>Reads the board papers that are issued.</summary>
    public static readonly Act ReadPapers = new(Roles.SeeingAll);

    /// <summary>Reads what the check finds contradictory or missing in a board paper.</summary>
    public static readonly Act ReadContradictions = new(Roles.OfOffice);

    /// <summary>Writes board papers and issues them.</summary>
    public static readonly Act WritePapers = new([Roles.Officer]);

    /// <summary>Reads freedom of information requests, without who asked.</summary>
    public static readonly Act ReadFoi = new(Roles.OfOffice);

    /// <summary>Reads who made a freedom of information request, and what was written to them alone.</summary>
    public static readonly Act ReadRequester = new([Roles.Officer, Roles.MonitoringOfficer]);

    /// <summary>Answers freedom of information requests.</summary>
    public static readonly Act AnswerFoi = LinkedActs.AnswerFoi;

    /// <summary>Changes the fixed sentences of freedom of information letters.</summary>
    public static readonly Act WordFoiLetters = new([Roles.Officer, Roles.MonitoringOfficer]);

    /// <summary>Gives out all that is held about somebody who asks.</summary>
    public static readonly Act AnswerSubject = LinkedActs.AnswerSubject;
}

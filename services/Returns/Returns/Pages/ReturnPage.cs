using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns.Pages;

/// <summary>A page about one return: one of the caller's own partnership, or any for the office.</summary>
[May(nameof(Acts.ReadReturns))]
internal abstract class ReturnPage(ReturnsContext db, Caller caller) : FormPage<Return>(new ReturnForms(db, caller), caller)
{
    public Return Return => Form;
    public GrantFigures Figures { get; private set; } = null!;
    public Programme Programme { get; private set; } = null!;

    /// <summary>How far it has got; null where it is in, or not required.</summary>
    public FormProgress? Progress { get; private set; }

    /// <summary>Whether the reader sees what has not been submitted.</summary>
    public bool SeesDrafts => Caller.May(Acts.ReadUnsubmitted);

    /// <summary>Whether the reader sees what it says, and not only that it exists.</summary>
    public bool IsReadable => SeesDrafts || Return.IsOpenToOffice;

    /// <summary>"Tom Shaw, lead,"</summary>
    public string Certifier => Return.SubmittedBy!.NameFor(Caller, "lead") + (Caller.May(Acts.SeePeople) ? ", lead," : "");

    public DateOnly Today => London.DateOf(Caller.At);

    /// <summary>Whether the reader can change any of it now: from its opening to its submission, or what was sent back.</summary>
    public bool MayEdit => IsPartner && ReturnSections.Of(Return).Append(ReturnSections.Nil).Any(MayChange);

    /// <summary>What prevents handing it over; the field of each problem is a part.</summary>
    public IReadOnlyList<Problem> Missing => ReturnCheck.Missing(Return, Figures, Programme);

    /// <summary>Its answers and totals; each answer that may be changed links to its page.</summary>
    public IReadOnlyList<AnswerGroup> Answers =>
        [
            .. ReturnGroups.Of(ReturnAnswers.Of(Return.Interventions, Return.Content, Figures, Return.Quarter), Missing, MayChange, PageOf),
            AttachmentsRow.Group(Files, Address, MayChange(ReturnSections.Attachments)),
            .. ReturnGroups.Totals(Return.Content),
        ];

    /// <summary>Its files, as the reader sees them.</summary>
    public IReadOnlyList<Attachment> Files { get; private set; } = [];

    public bool IsComplete => Missing.Count == 0;

    /// <summary>Whether the caller entered a part as it stands, and so cannot certify the return.</summary>
    public bool IsPreparer => Entered.Count > 0;

    /// <summary>The parts that the caller entered, in words.</summary>
    public IReadOnlyList<string> Entered => Certifiers.Entered(Return, Caller);

    /// <summary>Who can certify it instead of the caller, for a lead.</summary>
    public string WhoElse { get; private set; } = "";

    /// <summary>Whether the caller may change this section now.</summary>
    public bool MayChange(string section) => IsPartner && Return.MayChange(section, Caller.At).IsDone;

    /// <summary>The page on which a part is answered.</summary>
    public string PageOf(string part) => Guid.TryParse(part.Split('/')[0], out _) ? $"{Address}/interventions/{part}" : $"{Address}/{part}";

    /// <summary>What was sent back before the last submission, each with its answer.</summary>
    public IReadOnlyList<(string Section, string Reason, string Answer)> Answered =>
        [.. Return.Answered.Select(n => (ReturnSections.Name(Return, n.Section), n.Reason, n.Answer))];

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (!await base.LoadAsync(cancellationToken))
            return false;
        if (!SeesDrafts)
            Progress = await db.ProgressAsync(Return, cancellationToken);
        await db.ShowAsync([Return], Caller, cancellationToken);
        Figures = await db.FiguresSeenAsync(Return, Caller, cancellationToken);
        Files = await db.AttachmentsAsync(Return, Caller, cancellationToken);
        Programme = await db.ProgrammeAsync(Return, cancellationToken);
        if (IsLead)
            WhoElse = await Certifiers.WhoElseAsync(db, Return, Caller, cancellationToken);
        return true;
    }
}

using Platform.Contracts;

namespace Platform.Notifications.Templates;

/// <summary>Fields of a letter about a return.</summary>
internal record ReturnFields(Office Office, string To, ReturnDetails Return)
    : LetterFields(Office, To, $"/returns/{Return.GrantReference}/{Return.Quarter.InAddress}")
{
    public string Partnership => Return.Partnership.Name;
    public string Programme => Return.Programme;
    public string Quarter => $"quarter {Return.Quarter.Number}";
    public string Months => $"{Return.Quarter.From:MMMM} to {Return.Quarter.To:MMMM yyyy}";
    public string Title => Return.Title;
    public string Reference => Return.GrantReference;
    public string DueOn => London.Plain(Return.DueOn);
    public string DueDay => London.WithWeekday(Return.DueOn);
}

/// <summary>Fields of a receipt for a return.</summary>
internal sealed record ReturnReceiptFields(Office Office, string To, ReturnDetails Return, Person SubmittedBy, DateTimeOffset At)
    : ReturnFields(Office, To, Return)
{
    private DateTimeOffset First => Return.FirstSubmittedAt ?? At;

    public string Submitter => SubmittedBy.Name;
    public string Submitted => London.Moment(At);
    public string Fact => First == At ? "Received" : "Received again";

    /// <summary>When it was submitted; if again, also when first, because that instant decides whether it was late.</summary>
    public IReadOnlyList<string> Instants =>
        First == At ? [$"submitted at {Exact(At)}"] : [$"first submitted at {Exact(First)}", $"submitted again at {Exact(At)}"];
    public string Hash => Return.Hash is { Length: > 0 } hash ? $"SHA-256 of what was submitted: {hash}" : "no SHA-256 was kept";
}

/// <summary>Fields of a letter about what somebody did with a return.</summary>
internal record ReturnStepFields(Office Office, string To, ReturnDetails Return, Person By) : ReturnFields(Office, To, Return)
{
    public string Sender => By.Name;
}

/// <summary>Fields of a letter about a return that was sent back.</summary>
internal record ReworkFields(Office Office, string To, ReturnDetails Return) : ReturnFields(Office, To, Return)
{
    private DateOnly Back => Return.BackBy ?? Return.DueOn;

    public string BackOn => London.Plain(Back);
    public string BackDay => London.WithWeekday(Back);

    /// <summary>What is to be changed.</summary>
    public IReadOnlyList<string> Sections => [.. Return.SentBack.Select(n => $"{n.Name}: {n.Reason}")];
}

/// <summary>Fields of the letter that a return has more time to be back.</summary>
internal sealed record ReworkExtendedFields(Office Office, string To, ReturnDetails Return, string Why) : ReworkFields(Office, To, Return)
{
    public string Reason => Why is { Length: > 0 } ? Why : "none was given";
}

/// <summary>
/// Fields of a letter about what the office did with a return. Why a lead did not certify is not a field, because the office reads every
/// letter.
/// </summary>
internal sealed record ReturnAnswerFields(Office Office, string To, ReturnDetails Return, Person By, string Why)
    : ReturnStepFields(Office, To, Return, By)
{
    public string Reason => Why is { Length: > 0 } ? Why : "none was given";
}

/// <summary>Fields of a letter that takes the place of several reminders of returns to one person.</summary>
internal sealed record RemindersFields(Office Office, string To, Together Kind, Partnership? Who, IReadOnlyList<Letter> Reminders)
    : TogetherFields(Office, To, Kind, [.. Reminders.Select(r => Line(r, Office))])
{
    // What was true until a day was written before that day was over.
    private int Late => Reminders.Count(r => r.TrueUntil is null);
    private int Due => Reminders.Count - Late;

    public string Partnership => Who?.Name ?? TheOffice;

    /// <summary>"quarter 2 and quarter 3 of 2024 to 2025": by itself a letter tells the year in its months.</summary>
    public string Quarter =>
        WordList.Of(
            Reminders
                .Select(r => Contracts.Quarter.FromAddress(r.AboutReference?.Split('/')[^1]))
                .OfType<Quarter>()
                .Distinct()
                .Order()
                .GroupBy(q => q.Year, q => $"quarter {q.Number}")
                .Select(year => $"{WordList.Of(year)} of {year.Key.From.Year} to {year.Key.To.Year}"),
            ", and "
        );
    public string Fact =>
        Due == 0 ? $"{HowMany} late"
        : Late == 0 ? $"{HowMany} due"
        : $"{WordList.Count(Late, Kind.Thing)} late and {Due} due";

    // Each as by itself: its day is in the subject, then what happens next, and who else is told.
    private static string Line(Letter reminder, Office office)
    {
        var points = string.Join("; ", reminder.Points);
        var copied = reminder.Field("copied")?.Text is { } others ? $". Who else is told: {others}" : "";
        return reminder.Line(office, points.Length > 0 ? $". {char.ToUpperInvariant(points[0])}{points[1..]}{copied}" : copied);
    }
}

/// <summary>Fields of a letter about a return that is very late, and of one that tells a chair.</summary>
/// <param name="Office">Who writes.</param>
/// <param name="To">The recipient's name.</param>
/// <param name="Return">The return.</param>
/// <param name="Today">The day on which it is written.</param>
/// <param name="HoldsOn">When payment is held and the board told; null where that has come, or never does.</param>
/// <param name="Copied">Who gets a letter about it besides.</param>
/// <param name="Capacity">Why somebody is told who is asked for nothing.</param>
internal sealed record ReturnLateFields(
    Office Office,
    string To,
    ReturnDetails Return,
    DateOnly Today,
    DateOnly? HoldsOn,
    string Copied,
    string Capacity
) : ReturnFields(Office, To, Return)
{
    private DateOnly Day => Return.BackBy ?? Return.DueOn;
    private bool IsSentBack => Return.BackBy is not null;
    private bool IsLate => Today > Day;

    public string DaysLate => WordList.Count(WorkingDays.Between(Day, Today), "working day");
    public string Fact =>
        (IsSentBack, IsLate) switch
        {
            (false, true) => "Overdue",
            (false, false) => "Due",
            (true, true) => "Not back",
            (true, false) => "To be back",
        };
    public string Since =>
        $"{(IsLate ? "was " : "")}{(IsSentBack ? IsLate ? "to be back on" : "to be back by" : "due")} {London.Plain(Day)}";
    public string Late =>
        $"{(IsSentBack ? "was sent back to be changed, and " : "")}{(IsLate ? "was" : "is")} {(IsSentBack ? "to be back" : "due")} "
        + $"by 11:59pm on {London.WithWeekday(Day)}{(IsLate ? $": it is {DaysLate} late" : "")}";

    /// <summary>What happens if it is not in.</summary>
    public IReadOnlyList<string> Next =>
        HoldsOn is { } holds
            ?
            [
                $"if it is still not in on {London.WithWeekday(holds)}, payment of the grant is held from that day",
                "on the same day the board is told: its paper then names this return",
            ]
            : ["we go on writing until the return is in, and the commissioner’s office speaks to the partnership about it"];
}

using Platform.Contracts;

namespace Platform.Notifications.Templates;

/// <summary>Fields of a letter about a return.</summary>
internal record ReturnFields(Office Office, string To, ReturnDetails Return)
    : LetterFields(Office, To, $"/returns/{Return.GrantReference}/{Return.Quarter.InAddress}")
{
    public string Partnership => Return.Partnership.Name;
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

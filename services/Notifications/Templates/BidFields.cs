using Platform.Contracts;

namespace Platform.Notifications.Templates;

/// <summary>Fields of a letter about a bid.</summary>
internal record BidFields(Office Office, string To, BidDetails Bid) : LetterFields(Office, To, $"/bids/{Bid.Reference}")
{
    public string Partnership => Bid.Partnership.Name;
    public string Reference => Bid.Reference;

    /// <summary>The bid with its title, unless that may never have been submitted: the office reads every letter, but no draft.</summary>
    public string Project =>
        Bid.State is not (BidState.Lapsed or BidState.Withdrawn) && Bid.Content.Title is { Length: > 0 } title
            ? $"{title} ({Bid.Reference})"
            : Bid.Reference;

    // A bid's reference begins with its round's: "CSP2025-MEL-03".
    public Uri MoreTime => Office.Link($"/rounds/{Bid.Reference.Split($"-{Bid.Partnership.Code}-")[0]}/extension");
}

/// <summary>Fields of a receipt for a bid.</summary>
internal sealed record BidReceiptFields(Office Office, string To, BidDetails Bid, Person SubmittedBy, DateTimeOffset At)
    : BidFields(Office, To, Bid)
{
    private DateTimeOffset First => Bid.FirstSubmittedAt ?? At;

    public string Submitter => SubmittedBy.Name;
    public string Total => Bid.Content.Total.ToString();
    public string Fact => First == At ? "Received" : "Received again";

    /// <summary>When it was submitted; if again, also when first, because that instant decides whether it was in time.</summary>
    public IReadOnlyList<string> Instants =>
        First == At ? [$"submitted at {Exact(At)}"] : [$"first submitted at {Exact(First)}", $"submitted again at {Exact(At)}"];
    public string Hash => Bid.Hash is { Length: > 0 } hash ? $"SHA-256 of what was submitted: {hash}" : "no SHA-256 was kept";
}

/// <summary>Fields of the letters between a bid's editors and their lead.</summary>
internal sealed record BidStepFields(Office Office, string To, BidDetails Bid, Person By) : BidFields(Office, To, Bid)
{
    public string Sender => By.Name;
}

/// <summary>Fields of the letter about sections to change.</summary>
internal sealed record BidSentBackFields(Office Office, string To, BidDetails Bid) : BidFields(Office, To, Bid)
{
    public IReadOnlyList<string> Sections => [.. Bid.SentBack.Select(n => $"{BidSections.Name(n.Section)}: {n.Reason}")];
    public string Deadline => Bid.AnswerBy is { } by ? London.Deadline(by) : "the day that the office tells you";
    public string Day => Bid.AnswerBy is { } by ? London.WithWeekday(LastDay(by)) : Deadline;
}

/// <summary>Fields of the letter about a withdrawn bid.</summary>
internal sealed record BidWithdrawnFields(Office Office, string To, BidDetails Bid, Person By, string Why) : BidFields(Office, To, Bid)
{
    public string Withdrawer => By.Name;
    public string Reason => Why is { Length: > 0 } ? Why : "none was given";
}

/// <summary>Fields of the letter about the commissioner's decision on a bid.</summary>
internal sealed record BidDecidedFields(Office Office, string To, BidDetails Bid, string Decision) : BidFields(Office, To, Bid);

/// <summary>Fields of a letter about one person's assessment of a bid.</summary>
internal sealed record AssessmentFields(Office Office, string To, AssessmentDetails Assessment, string Path)
    : LetterFields(Office, To, Path)
{
    public string Reference => Assessment.BidReference;
    public string Assessor => Assessment.Assessor.Name;
    public string Interest => Assessment.Interest ?? "";

    public override string AboutReference() => Assessment.BidReference;
}

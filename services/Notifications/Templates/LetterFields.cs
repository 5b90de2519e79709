using Platform.Contracts;

namespace Platform.Notifications.Templates;

/// <summary>The fields of every letter.</summary>
/// <param name="Office">Who writes.</param>
/// <param name="To">The recipient's name.</param>
/// <param name="Path">The page that the letter is about.</param>
internal abstract record LetterFields(Office Office, string To, string Path)
{
    protected const string TheOffice = "the commissioner’s office";

    /// <summary>What the letter is about, as its page's address names it: "SS5-MEL-01/2024-25-q2".</summary>
    public virtual string? AboutReference() =>
        Path.Split('/', 3, StringSplitOptions.RemoveEmptyEntries)
            is ["rounds" or "bids" or "grants" or "decisions" or "returns", var first, .. var rest]
            ? string.Join('/', [first, .. rest])
            : null;

    /// <summary>The file that goes with it; null for none.</summary>
    public virtual Enclosure? Enclosed() => null;

    public Uri Link => Office.Link(Path);
    public string ContactName => Office.Contact.DisplayName;
    public Uri ContactEmail => new("mailto:" + Office.Contact.Address);

    /// <summary>An instant to the second: "9:00:05am on Monday 3 February 2025".</summary>
    protected static string Exact(DateTimeOffset at) => London.ToTheSecond(at);

    /// <summary>The day whose end an exclusive deadline is.</summary>
    protected static DateOnly LastDay(DateTimeOffset exclusive) => London.DateOf(exclusive.AddTicks(-1));
}

/// <summary>Fields of the letter to the officers about a letter without a recipient.</summary>
internal sealed record RecipientMissingFields(
    Office Office,
    string To,
    Partnership? Who,
    IReadOnlyList<string> Roles,
    string? Person,
    string Letter,
    IReadOnlyList<string> Others,
    string Barred = ""
) : LetterFields(Office, To, "/notifications/contacts")
{
    public string Instead =>
        Others.Count == 0
            ? $"Nobody was written to instead: tell {Partnership} yourself what the letter says, because it is not sent later."
            : $"The letter went to {WordList.Of(Others)} instead.";
    public string Partnership => Who?.Name ?? TheOffice;
    public string Reason =>
        Person is null
            ? $"nobody there has an active account as {WordList.Of(Roles.Select(RoleNames.InSentence), " or ")}"
                + (Barred.Length > 0 ? $", other than {Barred}" : "")
            : $"{Person} has no active account";
}

/// <summary>Fields of the letter to the officers about a letter that was not delivered.</summary>
internal sealed record LetterFailedFields(
    Office Office,
    string To,
    Partnership? Who,
    Guid LetterId,
    string Recipient,
    string Letter,
    string Reason
) : LetterFields(Office, To, $"/notifications/{LetterId}")
{
    public string Partnership => Who?.Name ?? TheOffice;
}

/// <summary>Fields of a letter that takes the place of several to one person.</summary>
internal record TogetherFields(Office Office, string To, Together Kind, IReadOnlyList<string> Letters) : LetterFields(Office, To, Kind.Path)
{
    public string HowMany => WordList.Count(Letters.Count, Kind.Thing);
}

/// <summary>Fields of the daily letter with an officer's news.</summary>
internal sealed record DigestFields(Office Office, string To, DateOnly On, IReadOnlyList<string> Letters) : LetterFields(Office, To, "/")
{
    public string Day => London.WithWeekday(On);
    public string HowMany => WordList.Count(Letters.Count, "letter");
}

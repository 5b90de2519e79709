using System.Globalization;
using System.Text.RegularExpressions;
using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Rounds;

/// <summary>What an officer enters to create or change a round.</summary>
/// <param name="Reference">2 to 10 capital letters and numbers, with which each bid's reference begins: CSP2025.</param>
/// <param name="Programme">The fund that it belongs to: "Community safety fund".</param>
/// <param name="Name">"Community safety fund 2025/26".</param>
/// <param name="OpensOn">The first day on which a bid can be started.</param>
/// <param name="ClosesOn">The last day on which a bid can be submitted.</param>
/// <param name="DeliveryFrom">The first day that its money may be spent on.</param>
/// <param name="DeliveryTo">The last day that its money may be spent on.</param>
/// <param name="CapPerBid">The most that one bid may ask for; null for no cap.</param>
/// <param name="MatchPercent">The match funding expected, in percent of what a bid asks for; 0 for none.</param>
/// <param name="Themes">What a bid may be about; at least one.</param>
internal sealed partial record RoundAnswers(
    string Reference,
    string Programme,
    string Name,
    DateOnly OpensOn,
    DateOnly ClosesOn,
    DateOnly DeliveryFrom,
    DateOnly DeliveryTo,
    Money? CapPerBid,
    int MatchPercent,
    IReadOnlyList<string> Themes
)
{
    public const int LongestAbout = 4000;
    public const int LongestGuidance = 1000;
    public const int LongestQuestion = 300;
    public const int MostListed = 20;
    public static readonly IReadOnlyList<int> UsualReminders = [28, 14, 7, 1];

    /// <summary>Whether bidders see a new round at once; left out, it is a draft.</summary>
    public bool Published { get; init; }

    /// <summary>What it is for and who should bid, in 4,000 characters or less.</summary>
    public string? About { get; init; }

    /// <summary>The money available for all bids; null where it is not to be given.</summary>
    public Money? Available { get; init; }

    /// <summary>How much of a partnership's money must go to its Problem Profile priorities, in percent; 0 for none.</summary>
    public int PriorityPercent { get; init; }

    /// <summary>Who may bid, by code; left out or empty for every partnership.</summary>
    public IReadOnlyList<Partnership>? Invited { get; init; }

    /// <summary>What is asked besides the usual sections, 20 questions at most.</summary>
    public IReadOnlyList<Question>? Questions { get; init; }

    /// <summary>What assessors score, 20 criteria at most.</summary>
    public IReadOnlyList<Criterion>? Criteria { get; init; }

    /// <summary>The weighted score, in percent, from which a bid is recommended; 0 for none.</summary>
    public int ThresholdPercent { get; init; }

    /// <summary>How many days before the deadline reminders go out; left out for 28, 14, 7 and 1.</summary>
    public IReadOnlyList<int>? ReminderDays { get; init; }

    public IReadOnlyList<Problem> Problems() => [.. Check(), .. CheckLists()];

    /// <summary>These answers as they are saved.</summary>
    public RoundAnswers Tidied() =>
        this with
        {
            Programme = TypedText.Line(Programme),
            Name = TypedText.Line(Name),
            Themes = [.. (Themes ?? []).Select(TypedText.Line)],
            About = TypedText.Tidy(About),
            Invited = [.. Partnership.All.Where(p => Invited?.Contains(p) == true)],
            Questions =
            [
                .. (Questions ?? [])
                    .Where(q => q is not null)
                    .Select(q => q with { Id = Made(q.Id), Text = TypedText.Tidy(q.Text), Hint = TypedText.Tidy(q.Hint) }),
            ],
            Criteria =
            [
                .. (Criteria ?? [])
                    .Where(c => c is not null)
                    .Select(c => c with { Id = Made(c.Id), Name = TypedText.Line(c.Name), Guidance = TypedText.Tidy(c.Guidance) }),
            ],
            ReminderDays = [.. (ReminderDays ?? UsualReminders).Distinct().OrderDescending()],
        };

    /// <summary>These answers with only the harmless changes: the description, guidance, money available and reminders.</summary>
    public RoundAnswers WithHarmlessOf(RoundAnswers typed) =>
        this with
        {
            About = typed.About,
            Available = typed.Available,
            ReminderDays = typed.ReminderDays,
            Questions =
            [
                .. (Questions ?? []).Select(q =>
                    typed.Questions?.FirstOrDefault(t => t.Id == q.Id) is { } same ? q with { Hint = same.Hint } : q
                ),
            ],
            Criteria =
            [
                .. (Criteria ?? []).Select(c =>
                    typed.Criteria?.FirstOrDefault(t => t.Id == c.Id) is { } same ? c with { Guidance = same.Guidance } : c
                ),
            ],
        };

    private IEnumerable<Problem> Check()
    {
        if (Reference is null || !ReferencePattern().IsMatch(Reference))
            yield return new(nameof(Reference), "Reference must be 2 to 10 capital letters and numbers, like CSP2025");
        if (Programme is not { Length: > 0 and <= Round.LongestName })
            yield return new(nameof(Programme), "Programme must be between 1 and 120 characters");
        if (Name is not { Length: > 0 and <= Round.LongestName })
            yield return new(nameof(Name), "Name must be between 1 and 120 characters");
        foreach (var (field, name, date) in Dates)
            if (date.Year is < 2000 or > 2100)
                yield return new(field, $"{name} must be between 2000 and 2100");
        if (ClosesOn < OpensOn)
            yield return new(nameof(ClosesOn), "Deadline must be on or after the opening date");
        if (DeliveryTo < DeliveryFrom)
            yield return new(nameof(DeliveryTo), "End of delivery must be on or after the start of delivery");
        else if (DeliveryFrom.Year < 2100 && DeliveryTo > DeliveryFrom.AddYears(5))
            yield return new(nameof(DeliveryTo), "Delivery must be 5 years or less");
        if (CapPerBid is { Pence: <= 0 })
            yield return new(nameof(CapPerBid), "Most per bid must be more than £0");
        if (MatchPercent is < 0 or > 100)
            yield return new(nameof(MatchPercent), "Match funding must be between 0 and 100 percent");
        if (Themes is not { Count: > 0 } || Themes.Any(t => t is not { Length: > 0 and <= 80 }))
            yield return new(nameof(Themes), "Enter at least one theme, each of 80 characters or less");
        if (About is { Length: > LongestAbout })
            yield return new(nameof(About), "What the round is about must be 4,000 characters or less");
        if (Available is { Pence: <= 0 })
            yield return new(nameof(Available), "Money available must be more than £0");
        if (PriorityPercent is < 0 or > 100)
            yield return new(nameof(PriorityPercent), "Share for priorities must be between 0 and 100 percent");
        if (ThresholdPercent is < 0 or > 100)
            yield return new(nameof(ThresholdPercent), "Threshold must be between 0 and 100 percent");
    }

    private IEnumerable<Problem> CheckLists()
    {
        if (ReminderDays is { Count: > 10 } || ReminderDays?.Any(d => d is < 1 or > 90) == true)
            yield return new(nameof(ReminderDays), "Reminders must be at most 10 numbers of days, each from 1 to 90");
        if (Questions is { Count: > MostListed })
            yield return new(nameof(Questions), "A round can have at most 20 questions");
        foreach (var q in Questions ?? [])
        {
            if (q.Text is not { Length: > 0 and <= LongestQuestion })
                yield return new(nameof(Questions), "Enter the question, in 300 characters or less");
            if (q.Hint is { Length: > LongestGuidance })
                yield return new(nameof(Questions), "The hint must be 1,000 characters or less");
            if (q.MostWords is < 1 or > 2000)
                yield return new(nameof(Questions), "The longest answer must be between 1 and 2,000 words");
        }
        if (Criteria is { Count: > MostListed })
            yield return new(nameof(Criteria), "A round can have at most 20 criteria");
        foreach (var c in Criteria ?? [])
        {
            if (c.Name is not { Length: > 0 and <= Round.LongestName })
                yield return new(nameof(Criteria), "Enter the name of the criterion, in 120 characters or less");
            if (c.Guidance is { Length: > LongestGuidance })
                yield return new(nameof(Criteria), "The guidance must be 1,000 characters or less");
            if (c.Weight is < 1 or > 100)
                yield return new(nameof(Criteria), "Weight must be between 1 and 100");
        }
        if (Twice(Questions?.Select(q => q.Id)) || Twice(Criteria?.Select(c => c.Id)))
            yield return new(nameof(Questions), "Each question and criterion must have an id of its own");
    }

    private static bool Twice(IEnumerable<Guid>? ids) => ids?.GroupBy(id => id).Any(g => g.Count() > 1) == true;

    private static Guid Made(Guid id) => id == Guid.Empty ? Guid.CreateVersion7() : id;

    private (string Field, string Name, DateOnly Date)[] Dates =>
        [
            (nameof(OpensOn), "Opening date", OpensOn),
            (nameof(ClosesOn), "Deadline", ClosesOn),
            (nameof(DeliveryFrom), "Start of delivery", DeliveryFrom),
            (nameof(DeliveryTo), "End of delivery", DeliveryTo),
        ];

    [GeneratedRegex(@"^[A-Z0-9]{2,10}\z")]
    private static partial Regex ReferencePattern();

    /// <summary>
    /// The same round a year later. The last day of February stays the last day of February, 28th or 29th; questions and criteria get new
    /// ids.
    /// </summary>
    public RoundAnswers NextYear() =>
        this with
        {
            Published = false,
            Reference = NextReference(),
            Name = NextName(Name),
            OpensOn = YearLater(OpensOn),
            ClosesOn = YearLater(ClosesOn),
            DeliveryFrom = YearLater(DeliveryFrom),
            DeliveryTo = YearLater(DeliveryTo),
            Questions = [.. (Questions ?? []).Select(q => q with { Id = Guid.CreateVersion7() })],
            Criteria = [.. (Criteria ?? []).Select(c => c with { Id = Guid.CreateVersion7() })],
        };

    private static DateOnly YearLater(DateOnly day) =>
        day.AddDays(1) is { Month: 3, Day: 1 } ? new DateOnly(day.Year + 1, 3, 1).AddDays(-1) : day.AddYears(1);

    // CSP2025 becomes CSP2026, SS5 becomes SS6; a reference without a number at its end gets the year of its deadline.
    private string NextReference()
    {
        var number = TrailingNumber().Match(Reference);
        var next = number.Success
            ? (int.Parse(number.Value, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture)
            : YearLater(ClosesOn).Year.ToString(CultureInfo.InvariantCulture);
        var rest = number.Success ? Reference[..number.Index] : Reference;
        return rest[..Math.Min(rest.Length, 10 - next.Length)] + next;
    }

    private static string NextName(string name) =>
        YearInName()
            .Replace(
                name,
                found =>
                    FinancialYear.Parse(found.Value) is { } year
                        ? year.Next.ToString()
                        : (int.Parse(found.Value[..4], CultureInfo.InvariantCulture) + 1) + found.Value[4..]
            );

    [GeneratedRegex(@"[0-9]{1,6}\z")]
    private static partial Regex TrailingNumber();

    [GeneratedRegex(@"\b20[0-9]{2}(/[0-9]{2})?\b")]
    private static partial Regex YearInName();
}

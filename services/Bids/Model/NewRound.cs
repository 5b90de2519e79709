using System.Text.RegularExpressions;
using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Model;

/// <summary>What an officer says of a round to open it.</summary>
internal sealed partial record NewRound(
    string Reference, string Programme, string Name, DateOnly OpensOn, DateOnly ClosesOn, DateOnly DeliveryFrom, DateOnly DeliveryTo,
    Money? CapPerBid, int MatchPercent, IReadOnlyList<string> Themes)
{
    public string? About { get; init; }
    public Money? Available { get; init; }
    public int PriorityPercent { get; init; }
    public IReadOnlyList<Partnership>? Invited { get; init; }
    public IReadOnlyList<Question>? Questions { get; init; }
    public IReadOnlyList<Criterion>? Criteria { get; init; }
    public int ThresholdPercent { get; init; }
    public IReadOnlyList<int>? ReminderDays { get; init; }

    public IReadOnlyList<Problem> Problems() => [.. Check()];

    /// <summary>The same with its texts as they are kept.</summary>
    public NewRound Tidied() => this with { Programme = TypedText.Tidy(Programme), Name = TypedText.Tidy(Name), Themes = [.. (Themes ?? []).Select(TypedText.Tidy)], About = TypedText.Tidy(About) };

    private IEnumerable<Problem> Check()
    {
        if (Reference is null || !ReferencePattern().IsMatch(Reference)) yield return new(nameof(Reference), "Reference must be 2 to 10 capital letters and numbers, like CSP2025");
        if (Programme is not { Length: > 0 and <= Round.LongestName }) yield return new(nameof(Programme), "Programme must be between 1 and 120 characters");
        if (Name is not { Length: > 0 and <= Round.LongestName }) yield return new(nameof(Name), "Name must be between 1 and 120 characters");
        foreach (var (field, name, date) in Dates)
            if (date.Year is < 2000 or > 2100) yield return new(field, $"{name} must be between 2000 and 2100");
        if (ClosesOn < OpensOn) yield return new(nameof(ClosesOn), "Deadline must be on or after the opening date");
        if (DeliveryTo < DeliveryFrom) yield return new(nameof(DeliveryTo), "End of delivery must be on or after the start of delivery");
        else if (DeliveryFrom.Year < 2100 && DeliveryTo > DeliveryFrom.AddYears(5)) yield return new(nameof(DeliveryTo), "Delivery must be 5 years or less");
        if (CapPerBid is { Pence: <= 0 }) yield return new(nameof(CapPerBid), "Most per bid must be more than £0");
        if (MatchPercent is < 0 or > 100) yield return new(nameof(MatchPercent), "Match funding must be between 0 and 100 percent");
        if (Themes is not { Count: > 0 } || Themes.Any(t => t is not { Length: > 0 and <= 80 })) yield return new(nameof(Themes), "Enter at least one theme, each of 80 characters or less");
    }

    private (string Field, string Name, DateOnly Date)[] Dates =>
    [
        (nameof(OpensOn), "Opening date", OpensOn), (nameof(ClosesOn), "Deadline", ClosesOn),
        (nameof(DeliveryFrom), "Start of delivery", DeliveryFrom), (nameof(DeliveryTo), "End of delivery", DeliveryTo),
    ];

    [GeneratedRegex(@"^[A-Z0-9]{2,10}\z")]
    private static partial Regex ReferencePattern();
}

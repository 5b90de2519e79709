using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Profiles;

/// <summary>What an officer enters for a Problem Profile. Problems use the field names of its pages.</summary>
internal sealed record ProfileAnswers(DateOnly From, DateOnly To, IReadOnlyList<Priority>? Priorities)
{
    public const int MostPriorities = 10;
    public const int LongestName = 100;
    public const int LongestEvidence = 1000;

    /// <summary>The value that pages post where no priority was chosen; no priority may have that name.</summary>
    public const string None = "none";

    public ProfileAnswers Tidied() =>
        this with
        {
            Priorities =
            [
                .. (Priorities ?? [])
                    .Where(p => p is not null)
                    .Select(p => new Priority(
                        p.Id == Guid.Empty ? Guid.CreateVersion7() : p.Id,
                        TypedText.Line(p.Name),
                        TypedText.Tidy(p.Evidence)
                    )),
            ],
        };

    public IEnumerable<Problem> Problems()
    {
        if (From.Year is < 2000 or > 2100)
            yield return new(nameof(From), "The first day must be between 2000 and 2100");
        if (To.Year is < 2000 or > 2101)
            yield return new(nameof(To), "The last day must be between 2000 and 2101");
        else if (To < From)
            yield return new(nameof(To), "The last day must be on or after the first day");
        if (Priorities!.Count == 0)
            yield return new(nameof(Priorities), "A Problem Profile has at least one priority");
        if (Priorities.Count > MostPriorities)
            yield return new(nameof(Priorities), "A Problem Profile has 10 priorities or less");
        foreach (var priority in Priorities)
        {
            if (priority.Name.Length == 0)
                yield return new("Name", "Enter the name of the priority");
            if (priority.Name.Length > LongestName)
                yield return new("Name", "The name of the priority must be 100 characters or less");
            if (string.Equals(priority.Name, None, StringComparison.OrdinalIgnoreCase))
                yield return new("Name", "Enter a name that says what the priority is");
            if (priority.Evidence.Length > LongestEvidence)
                yield return new("Evidence", "Evidence must be 1,000 characters or less");
        }
        if (
            Priorities.GroupBy(p => p.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Key.Length > 0 && g.Count() > 1) is
            { } twice
        )
            yield return new("Name", $"There is already a priority “{twice.Key}”. Enter another name");
        if (Priorities.GroupBy(p => p.Id).Any(g => g.Count() > 1))
            yield return new(nameof(Priorities), "Each priority must have an id of its own");
    }
}

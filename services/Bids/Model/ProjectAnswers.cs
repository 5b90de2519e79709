using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Model;

/// <summary>The project section. A draft may be saved with answers still to come.</summary>
internal sealed record ProjectAnswers(string Title, string? Theme, string Summary)
{
    public const int LongestTitle = 100;
    public const int LongestSummary = 3000;

    public IReadOnlyList<Problem> Problems(Round round)
    {
        var problems = new List<Problem>();
        if (Title.Length > LongestTitle) problems.Add(new(nameof(Title), "Title must be 100 characters or less"));
        if (!string.IsNullOrEmpty(Theme) && !round.Themes.Contains(Theme)) problems.Add(new(nameof(Theme), "Select one of this round's themes"));
        if (Summary.Length > LongestSummary) problems.Add(new(nameof(Summary), "Summary must be 3,000 characters or less"));
        return problems;
    }
}

using Platform.Contracts;

namespace Platform.Reporting.Model;

/// <summary>A target beside what has been achieved of it so far, in the words of the board paper (seed 004).</summary>
internal sealed record TargetAchieved(
    string GrantReference, Partnership Partnership, string Intervention, string Indicator, int Target, int? Original, TargetKind Kind, long Achieved)
{
    /// <summary>"up to 130 (was 200)"</summary>
    public string TargetInWords => (Target == 0 ? "none" : new Output(Indicator, Target, Kind).Describe())
        + (Original is { } was ? $" (was {was.ToString("N0", null)})" : "");

    /// <summary>More than "up to" is good news, not an error.</summary>
    public string Verdict => (Kind, Achieved - Target) switch
    {
        (_, 0) when Target == 0 => "No longer promised",
        (_, > 0 and var more) => $"{more.ToString("N0", null)} more than planned",
        (_, 0) => "Achieved",
        (_, _) when Achieved == 0 => "Nothing reported yet",
        (_, var less) => $"{(-less).ToString("N0", null)} to go",
    };

    public string Colour => Achieved >= Target && Achieved > 0 ? "green" : Achieved == 0 ? "grey" : "light-blue";
}

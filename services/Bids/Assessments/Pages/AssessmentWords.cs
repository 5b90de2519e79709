using Platform.Contracts;

namespace Platform.Bids.Assessments.Pages;

/// <summary>Assessments in words, for pages.</summary>
internal static class AssessmentWords
{
    public static string Of(AssessmentState state) =>
        state switch
        {
            AssessmentState.Assigned => "Not started",
            AssessmentState.Scoring => "In progress",
            AssessmentState.Complete => "Complete",
            AssessmentState.Conflicted => "Interest declared",
            _ => "Taken off",
        };

    /// <summary>"3: Good"</summary>
    public static string Of(int? score) => Scoring.IsScore(score) ? $"{score}: {Scoring.Meanings[score!.Value]}" : "No score";
}

using Platform.Contracts;

namespace Platform.Reporting.Foi.Pages;

/// <summary>States and outcomes as people read them.</summary>
internal static class FoiWords
{
    public static string Of(FoiState state) =>
        state switch
        {
            FoiState.Open => "Open",
            FoiState.AwaitingClarification => "Awaiting clarification",
            FoiState.Answered => "Answered",
            _ => "Withdrawn",
        };

    public static string Of(FoiOutcome? outcome) =>
        outcome switch
        {
            FoiOutcome.Held => "Information held and given",
            FoiOutcome.PartlyRefused => "Held, refused in part",
            FoiOutcome.NotHeld => "Not held",
            FoiOutcome.Refused => "Refused",
            _ => "",
        };

    public static string Of(FoiReviewOutcome? outcome) =>
        outcome switch
        {
            FoiReviewOutcome.Upheld => "The answer stands",
            FoiReviewOutcome.PartlyUpheld => "The answer stands in part",
            FoiReviewOutcome.NotUpheld => "The answer does not stand",
            _ => "",
        };

    public static string Of(AnswerSource source) =>
        source switch
        {
            AnswerSource.Areas => "The LSOAs that the interventions cover",
            AnswerSource.Cameras => "Cameras by model, description and number",
            _ => "Your own words",
        };

    public static string Late(int? days) =>
        days switch
        {
            null => "",
            0 => "in time",
            1 => "1 working day late",
            _ => $"{days} working days late",
        };

    /// <summary>"Section 31 of the Act, law enforcement"</summary>
    public static string Section(FoiWithheld part) =>
        Exemption.Find(part.Section) is { } exemption
            ? $"section {part.Section} ({exemption.Name.ToLowerInvariant()})"
            : $"section {part.Section}";
}

using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Reporting.Papers;

/// <summary>A paper's title and the meeting that it is for, as they were typed.</summary>
/// <param name="Title">Its heading, in 150 characters or less.</param>
/// <param name="Meeting">The board that it is for, in 150 characters or less.</param>
/// <param name="MeetingOn">The day on which the board meets.</param>
internal sealed record PaperAbout(string? Title, string? Meeting, DateOnly? MeetingOn)
{
    public const int Longest = 150;

    public IReadOnlyList<Problem> Problems() =>
        [
            .. Text(nameof(Title), TypedText.Line(Title), "The title"),
            .. Text(nameof(Meeting), TypedText.Line(Meeting), "The name of the board"),
            .. MeetingOn is null ? [new Problem(nameof(MeetingOn), "Enter the date of the meeting")] : Array.Empty<Problem>(),
        ];

    private static IEnumerable<Problem> Text(string field, string text, string name)
    {
        if (text.Length == 0)
            yield return new(field, $"Enter {char.ToLowerInvariant(name[0])}{name[1..]}");
        if (text.Length > Longest)
            yield return new(field, $"{name} must be {Longest} characters or less");
    }
}

using Microsoft.AspNetCore.Mvc.ModelBinding;
using Platform.GovUk.Forms;

namespace Platform.Reporting.Papers.Pages;

/// <summary>What is asked for a new paper, and can be changed in a draft.</summary>
internal interface IAboutFields
{
    string? Title { get; }
    string? Meeting { get; }
    TypedDate? MeetingOn { get; }
}

internal static class AboutFields
{
    /// <summary>Reads what was typed; what is wrong is in the model state.</summary>
    public static PaperAbout Read(this IAboutFields typed, ModelStateDictionary state) =>
        new(
            state.ReadText(nameof(typed.Title), typed.Title, "The title", PaperAbout.Longest),
            state.ReadText(nameof(typed.Meeting), typed.Meeting, "The name of the board", PaperAbout.Longest),
            state.ReadDate(nameof(typed.MeetingOn), typed.MeetingOn, "The date of the meeting", new(2000, 1, 1), new(2100, 1, 1))
        );
}

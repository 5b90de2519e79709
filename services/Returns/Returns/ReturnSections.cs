using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns;

/// <summary>The sections of a return, as addresses and messages name them: an intervention by its id, the others by a word.</summary>
internal static class ReturnSections
{
    public const string Outcomes = "outcomes";
    public const string Match = "match-funding";
    public const string Underspend = "underspend";
    public const string Rating = "rating";
    public const string Attachments = "attachments";
    public const string Nil = "nil";

    public static readonly IReadOnlyList<string> OfWhole = [Outcomes, Match, Underspend, Rating, Attachments];

    public static IEnumerable<string> Of(Return owed) => [.. owed.Interventions.Select(Of), .. OfWhole];

    public static string Of(Intervention intervention) => intervention.Id.ToString();

    public static string Name(Return owed, string section) =>
        owed.Interventions.FirstOrDefault(i => Of(i) == section)?.Name ?? Name(section);

    /// <summary>The name of a section that is about the whole quarter.</summary>
    public static string Name(string section) =>
        section switch
        {
            Outcomes => "Outcomes and risks",
            Match => "Match funding received",
            Underspend => "Underspend",
            Rating => "Overall rating",
            Attachments => "Attachments",
            Nil => "Nothing to report",
            _ => section,
        };

    /// <summary>What is wrong with the sections to be sent back.</summary>
    public static List<Problem> Problems(Return owed, IReadOnlyList<SectionNote> notes) =>
        SectionNotes.Problems(
            notes,
            section => section == Nil || Of(owed).Contains(section) ? Name(owed, section) : null,
            Return.LongestReason
        );
}

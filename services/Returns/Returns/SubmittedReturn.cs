using Platform.Contracts;

namespace Platform.Returns.Returns;

/// <summary>The content of a return's submission.</summary>
/// <param name="GrantReference">The grant that it reports on, by reference.</param>
/// <param name="Quarter">The quarter that it reports on.</param>
/// <param name="Partnership">The partnership whose return it is.</param>
/// <param name="CertifiedAt">The instant at which the certification reached the platform.</param>
/// <param name="CertifiedBy">The name of whoever certified it.</param>
/// <param name="PreparedBy">The name of whoever handed it over to be certified; empty where nobody did.</param>
/// <param name="Interventions">What the grant paid for at the time.</param>
/// <param name="Content">The return's answers.</param>
/// <param name="Files">The attachments that were handed in with it.</param>
internal sealed record SubmittedReturn(
    string GrantReference,
    Quarter Quarter,
    Partnership Partnership,
    DateTimeOffset CertifiedAt,
    string CertifiedBy,
    string PreparedBy,
    IReadOnlyList<Intervention> Interventions,
    ReturnContent Content,
    IReadOnlyList<SubmittedFile> Files
)
{
    /// <summary>What had been sent back before, each with its answer; empty where nothing had.</summary>
    public IReadOnlyList<SectionNote> Answered { get; init; } = [];

    public static SubmittedReturn Of(Return owed, IReadOnlyList<SubmittedFile> files, Person by, DateTimeOffset at) =>
        new(
            owed.GrantReference,
            owed.Quarter,
            owed.Partnership,
            at,
            by.Name,
            owed.PreparedBy?.Name ?? "",
            owed.Interventions,
            owed.Content,
            files
        )
        {
            Answered = owed.SentBack,
        };
}

internal static class ReturnSubmissions
{
    public static SubmittedReturn Read(this Submission made) => made.As<SubmittedReturn>();
}

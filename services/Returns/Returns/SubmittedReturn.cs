using Platform.Contracts;

namespace Platform.Returns.Returns;

/// <summary>What a submission of a return holds.</summary>
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
        );
}

internal static class ReturnSubmissions
{
    public static SubmittedReturn Read(this Submission made) => made.As<SubmittedReturn>();
}

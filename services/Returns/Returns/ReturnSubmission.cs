using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Platform.Contracts;
using Platform.ServiceDefaults.Files;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Returns.Returns;

/// <summary>A return exactly as it was submitted, to the byte. Never changed.</summary>
internal sealed class ReturnSubmission : IOfPartnership
{
    private ReturnSubmission() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid ReturnId { get; private init; }
    public Partnership Partnership { get; private init; } = null!;
    public DateTimeOffset At { get; private init; }
    public Person By { get; private init; } = null!;
    public string Json { get; private init; } = "";

    /// <summary>SHA-256 of <see cref="Json"/> in UTF-8, in hex.</summary>
    public string Hash { get; private init; } = "";

    public static ReturnSubmission Of(Return owed, IReadOnlyList<SubmittedFile> files, Person by, DateTimeOffset at)
    {
        var json = JsonSerializer.Serialize(
            new SubmittedReturn(
                owed.GrantReference,
                owed.Quarter,
                owed.Partnership,
                at,
                by.Name,
                owed.PreparedBy?.Name ?? "",
                owed.Interventions,
                owed.Content,
                files
            ),
            Doors.Json
        );
        return new()
        {
            ReturnId = owed.Id,
            Partnership = owed.Partnership,
            At = at,
            By = by,
            Json = json,
            Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json))),
        };
    }

    public SubmittedReturn Read() => JsonSerializer.Deserialize<SubmittedReturn>(Json, Doors.Json)!;
}

/// <summary>What a submission holds.</summary>
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
);

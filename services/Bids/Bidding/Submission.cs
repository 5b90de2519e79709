using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Platform.Contracts;
using Platform.ServiceDefaults.Files;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Bids.Bidding;

/// <summary>A bid exactly as it was submitted, to the byte. Never changed.</summary>
internal sealed class Submission : IOfPartnership, IOfBid
{
    private Submission() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid BidId { get; private init; }
    public Partnership Partnership { get; private init; } = null!;
    public DateTimeOffset At { get; private init; }
    public Person By { get; private init; } = null!;
    public string Json { get; private init; } = "";

    /// <summary>SHA-256 of <see cref="Json"/> in UTF-8, in hex.</summary>
    public string Hash { get; private init; } = "";

    public static Submission Of(Bid bid, IReadOnlyList<SubmittedFile> files, Person by, DateTimeOffset at)
    {
        var json = JsonSerializer.Serialize(
            new SubmittedBid(bid.Reference, bid.Partnership, at, by.Name, bid.Content, bid.Contacts, files),
            Doors.Json
        );
        return new()
        {
            BidId = bid.Id,
            Partnership = bid.Partnership,
            At = at,
            By = by,
            Json = json,
            Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json))),
        };
    }

    public SubmittedBid Read() => JsonSerializer.Deserialize<SubmittedBid>(Json, Doors.Json)!;
}

/// <summary>What a submission holds.</summary>
internal sealed record SubmittedBid(
    string Reference,
    Partnership Partnership,
    DateTimeOffset SubmittedAt,
    string SubmittedBy,
    BidContent Content,
    BidContacts Contacts,
    IReadOnlyList<SubmittedFile> Files
);

using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Platform.Contracts;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Bids.Tests.Audit;

/// <summary>What is personal can be forgotten and cannot be changed.</summary>
[Rule]
public sealed class CommitmentsTests
{
    private static readonly DateTimeOffset At = new(2025, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Gen<ContactChanged> Changes =
        from name in Texts()
        from email in Texts()
        from who in Texts()
        from changes in Texts().ListOf()
        select new ContactChanged(
            Guid.NewGuid(),
            1,
            At,
            new(Guid.NewGuid(), who),
            new(name, email, Partnership.Get("MEL"), [Roles.PartnerLead], true)
        )
        {
            Changes = [.. changes],
        };

    private static Gen<string> Texts() =>
        Gen.OneOf(
            ArbMap.Default.GeneratorFor<NonNull<string>>().Select(t => t.Item),
            Gen.Elements("Zoë Ng", "{\"$commitment\":\"00\"}", "$commitment", "no longer kept", "\"", "", "a\\b", "\0")
        );

    [Fact]
    public void Event_IsReadAsItWasWritten_AndNothingPersonalIsInWhatIsHashed() =>
        Check(happened =>
        {
            var row = EventLogRow.Of(happened, null);
            return Same(happened, row.Read())
                && (happened.Details.Name == "" || JsonNode.Parse(row.Json)!["details"]!["name"] is JsonObject)
                && Commitments.Fit(row.Json, row.Personal);
        });

    [Fact]
    public void Forgotten_HashStays_AndNothingPersonalIsRead() =>
        Check(happened =>
        {
            var row = EventLogRow.Of(happened, null);
            var forgotten = With(row, row.Json, null);
            var read = (ContactChanged)forgotten.Read();
            return forgotten.ComputeHash() == row.Hash
                && Commitments.Fit(forgotten.Json, forgotten.Personal)
                && read.Changes.Append(read.Details.Name)
                    .Append(read.Details.Email)
                    .Append(read.By.Name)
                    .All(t => t is Commitments.NoLongerKept or "")
                && (read.Details.Partnership, read.Details.Active) == (happened.Details.Partnership, true);
        });

    [Fact]
    public void AnotherText_OrAnotherSalt_OrOneLeftOut_DoesNotFit() =>
        Check(happened =>
        {
            var row = EventLogRow.Of(happened with { Details = happened.Details with { Name = "Ann Lee" } }, null);
            JsonObject Beside() => JsonNode.Parse(row.Personal!)!.AsObject();
            var (other, salted) = (Beside(), Beside());
            var (fewer, more) = (Beside(), Beside());
            other["texts"]!["details.name"] = "Ann Lea";
            salted["salt"] = Convert.ToBase64String(new byte[32]);
            fewer["texts"]!.AsObject().Remove("details.name");
            more["texts"]!["details.partnership"] = "RUT";
            return new[] { other, salted, fewer, more }.All(b => !Commitments.Fit(row.Json, b.ToJsonString()));
        });

    [Fact]
    public void TwoEventsOfOnePerson_CannotBeToldByTheirCommitments()
    {
        var happened = new ContactChanged(Guid.NewGuid(), 1, At, Person.Platform, new("Ann Lee", "a@example.org", null, [], true));
        string CommitmentOf() => JsonNode.Parse(EventLogRow.Of(happened, null).Json)!["details"]!["name"]![Commitments.Member]!.ToString();
        Assert.NotEqual(CommitmentOf(), CommitmentOf());
    }

    private static void Check(Func<ContactChanged, bool> law) => Prop.ForAll(Changes.ToArbitrary(), law).QuickCheckThrowOnFailure();

    private static bool Same(IEvent one, IEvent other) =>
        JsonSerializer.Serialize(one, one.GetType()) == JsonSerializer.Serialize(other, other.GetType());

    private static EventLogRow With(EventLogRow row, string json, string? personal) =>
        new()
        {
            Id = row.Id,
            Aggregate = row.Aggregate,
            Version = row.Version,
            Type = row.Type,
            Json = json,
            Personal = personal,
            Actor = row.Actor,
            OccurredAt = row.OccurredAt,
            PreviousHash = row.PreviousHash,
        };
}

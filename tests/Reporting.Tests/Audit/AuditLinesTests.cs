using System.Text.Json.Nodes;
using Platform.Contracts;
using Platform.ServiceDefaults.Messaging;

namespace Platform.Reporting.Tests.Audit;

/// <summary>No event is left out of the audit page.</summary>
[Rule]
public sealed class AuditLinesTests
{
    public static TheoryData<string> Logged => [.. EventTypes.All.Select(t => t.Name).Where(t => t != nameof(LogReplayed)).Order()];

    [Fact]
    public void TheConsumer_TakesEveryEventThatStandsInALog() =>
        Assert.Equal(Logged.Select(row => row.Data), ConsumerIndex.TakenBy(typeof(AuditConsumer)).Order());

    /// <summary>With the examples of tests/Contracts.Tests, in which every text is the name of its field.</summary>
    [Theory]
    [MemberData(nameof(Logged))]
    public void EveryEvent_IsSaid_WithoutWhatWasWritten(string contract)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "package.json")))
            folder = folder.Parent;
        JsonNode Read(string name) =>
            JsonNode.Parse(File.ReadAllText(Path.Combine(folder.FullName, "tests/Contracts.Tests/Snapshots", name + ".json")))!;
        var example = Read("Envelopes")[contract]!.AsObject();
        if (example["details"] is { } details)
            example["details"] = Read(details.GetValue<string>());
        var entry = AuditLines.Of(EventTypes.Read(contract, example.ToJsonString()));
        Assert.NotEmpty(entry.What);
        string[] written = ["Title", "Summary", "Subject", "Reason", "Comment", "Interest", "Cause", "Words"];
        Assert.DoesNotContain(entry.Thing.Split(' '), word => written.Contains(word));
    }
}

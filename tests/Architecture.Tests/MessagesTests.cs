using MassTransit;
using Platform.Bids;
using Platform.Contracts;
using Platform.Notifications;
using Platform.Reporting;
using Platform.Returns;
using Platform.ServiceDefaults.Messaging;

namespace Platform.Architecture.Tests;

public sealed class MessagesTests
{
    private static readonly System.Reflection.Assembly[] Services =
    [
        typeof(BidsService).Assembly,
        typeof(ReturnsService).Assembly,
        typeof(NotificationsService).Assembly,
        typeof(ReportingService).Assembly,
        typeof(EventTypes).Assembly,
    ];

    public static TheoryData<string> Events => [.. EventTypes.All.Select(t => t.Name).Order()];

    /// <summary>The sender asks the broker to route every event: one that nobody consumes would wait for ever.</summary>
    [Theory]
    [MemberData(nameof(Events))]
    public void EveryEvent_HasAConsumer(string name) =>
        Assert.Contains(
            Services.SelectMany(a => a.GetTypes()).SelectMany(t => t.GetInterfaces()),
            i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IConsumer<>) && i.GetGenericArguments()[0].Name == name
        );

    /// <summary>No e-mail address travels in a message, except in Accounts' contact messages.</summary>
    [Fact]
    public void OnlyContact_HasAnEmailAddress() =>
        Assert.Equal(
            [typeof(Contact)],
            typeof(IEvent)
                .Assembly.GetExportedTypes()
                .Where(t => t.GetProperties().Any(p => p.Name.Contains("mail", StringComparison.OrdinalIgnoreCase)))
        );

    [Fact]
    public void EveryEvent_IsSealedAndPastTense() =>
        Assert.All(
            EventTypes.All,
            t =>
            {
                Assert.True(t.IsSealed);
                Assert.Matches("(ed|Made|Sent|SentBack|Withdrawn|Missing|Ready)$", t.Name);
            }
        );
}

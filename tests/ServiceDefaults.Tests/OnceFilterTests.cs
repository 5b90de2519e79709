using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Platform.Bids;
using Platform.Contracts;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Persistence;
using RabbitMQ.Client;

namespace Platform.ServiceDefaults.Tests;

public sealed class OnceFilterTests(TwoServices services)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A message that a consumer cannot handle goes to the error queue after its retries, leaves no trace in the tables, and the next is handled.</summary>
    [Fact]
    public async Task ConsumerThrows_NothingIsKept_AndTheMessageIsSetAside()
    {
        var poison = new EventLogRow
        {
            Id = Guid.CreateVersion7(), Aggregate = Guid.NewGuid(), Version = 1, Type = nameof(RoundOpened), OccurredAt = DateTimeOffset.UnixEpoch,
            Json = JsonSerializer.Serialize(new RoundOpened(Guid.NewGuid(), 1, DateTimeOffset.UnixEpoch, Person.Platform, null!), Doors.Json),
        };
        await using (var db = services.Open("bids"))
        {
            db.Add(poison.Sealed());
            await db.SaveChangesAsync(Cancellation);
        }
        await using var publisher = await services.StartAsync<BidsService>();
        await using var connection = await new ConnectionFactory
        {
            HostName = services.Broker.Host, Port = services.Broker.Port, UserName = services.Broker.UserName, Password = services.Broker.Password,
        }.CreateConnectionAsync(Cancellation);
        foreach (var queue in (string[])["reporting-round_error", "reporting-activity_error"])
            await TwoServices.EventuallyAsync(async () =>
            {
                await using var channel = await connection.CreateChannelAsync(cancellationToken: Cancellation);
                try
                {
                    return (await channel.QueueDeclarePassiveAsync(queue, Cancellation)).MessageCount == 1;
                }
                catch (RabbitMQ.Client.Exceptions.OperationInterruptedException)
                {
                    return false;
                }
            }, $"the message is in {queue}");
        await using var reporting = services.Open("reporting");
        Assert.False(await reporting.Set<HandledMessage>().AnyAsync(m => m.MessageId == poison.Id, Cancellation));
        await publisher.StopAsync(Cancellation);
    }
}

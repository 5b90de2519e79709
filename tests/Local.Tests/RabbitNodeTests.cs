using System.Text;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Platform.Local.Tests;

public sealed class RabbitNodeTests(RabbitNodeFixture rabbit)
{
    private static readonly CreateChannelOptions Confirmed = new(
        publisherConfirmationsEnabled: true,
        publisherConfirmationTrackingEnabled: true
    );

    [Fact]
    public async Task StopThenStartAgain_DurableQueue_KeepsItsMessage()
    {
        var port = rabbit.Node.Port;
        await PublishAsync(rabbit.Node, "kept", "still here");

        await rabbit.Node.StopAsync();
        await Assert.ThrowsAsync<BrokerUnreachableException>(() => ConnectAsync(rabbit.Node));
        await rabbit.Node.StartAgainAsync(TestContext.Current.CancellationToken);

        Assert.Equal(port, rabbit.Node.Port);
        Assert.Equal("still here", await TakeAsync(rabbit.Node, "kept"));
    }

    [Fact]
    public async Task Start_SecondNode_IsApartFromTheFirst()
    {
        using var folder = new TemporaryFolder();
        await using var second = await RabbitNode.StartAsync(folder.Path, TestContext.Current.CancellationToken);
        await PublishAsync(rabbit.Node, "apart", "first");
        await PublishAsync(second, "apart", "second");

        Assert.NotEqual(rabbit.Node.Port, second.Port);
        Assert.Equal("first", await TakeAsync(rabbit.Node, "apart"));
        Assert.Equal("second", await TakeAsync(second, "apart"));
    }

    [Fact]
    public async Task Start_FolderInUse_SaysSo()
    {
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            RabbitNode.StartAsync(rabbit.Folder, TestContext.Current.CancellationToken)
        );

        Assert.Contains("in use by another running copy", refusal.Message);
    }

    [Fact]
    public async Task Killed_StartsAgain()
    {
        using var stop = new CancellationTokenSource();
        using var folder = new TemporaryFolder();
        await using var node = await RabbitNode.StartAsync(folder.Path, TestContext.Current.CancellationToken);
        var told = new TaskCompletionSource<string>();
        var keeping = node.KeepUpAsync(told.SetResult, stop.Token);
        Signals.Send(
            int.Parse(await File.ReadAllTextAsync(Leftover.PidFile(folder.Path, "rabbitmq"), TestContext.Current.CancellationToken)),
            Signal.Kill
        );

        Assert.Equal(
            "RabbitMQ ended by itself with code 137: it starts again.",
            await told.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken)
        );
        Assert.True(await AmqpProbe.AnswersAsync(node.Port, () => false, TestContext.Current.CancellationToken));
        await stop.CancelAsync();
        await keeping;
    }

    private static Task<IConnection> ConnectAsync(RabbitNode node) =>
        new ConnectionFactory
        {
            HostName = node.Host,
            Port = node.Port,
            UserName = node.UserName,
            Password = node.Password,
        }.CreateConnectionAsync(TestContext.Current.CancellationToken);

    private static async Task PublishAsync(RabbitNode node, string queue, string text)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var connection = await ConnectAsync(node);
        await using var channel = await connection.CreateChannelAsync(Confirmed, cancellationToken);
        var quorum = new Dictionary<string, object?> { ["x-queue-type"] = "quorum" };
        await channel.QueueDeclareAsync(
            queue,
            durable: true,
            exclusive: false,
            autoDelete: false,
            quorum,
            cancellationToken: cancellationToken
        );
        var durable = new BasicProperties { Persistent = true };
        await channel.BasicPublishAsync("", queue, mandatory: true, durable, Encoding.UTF8.GetBytes(text), cancellationToken);
    }

    private static async Task<string?> TakeAsync(RabbitNode node, string queue)
    {
        await using var connection = await ConnectAsync(node);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: TestContext.Current.CancellationToken);
        var message = await channel.BasicGetAsync(queue, autoAck: true, TestContext.Current.CancellationToken);
        return message is null ? null : Encoding.UTF8.GetString(message.Body.Span);
    }
}

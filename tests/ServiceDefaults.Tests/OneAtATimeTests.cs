using System.Reflection;
using MassTransit;
using MassTransit.RabbitMqTransport;
using Platform.ServiceDefaults.Messaging;
using RabbitMQ.Client;

namespace Platform.ServiceDefaults.Tests;

/// <summary>An endpoint's set-up ends when its connection does.</summary>
public sealed class OneAtATimeTests(TwoServices services)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ConnectionEndsDuringSetUp_NobodyWaitsForEver() =>
        Assert.True(await SetUpEndsAsync(through: new OneAtATime(), times: 20));

    /// <summary>Once this fails, the client has been mended and <see cref="OneAtATime"/> can go.</summary>
    [Fact]
    public async Task TheClientAlone_ForgetsWhoWaits() => Assert.False(await SetUpEndsAsync(through: null, times: 200));

    // Whether all that was asked of a channel ended, each time.
    private async Task<bool> SetUpEndsAsync(OneAtATime? through, int times)
    {
        for (var n = 0; n < times; n++)
        {
            ITcpClient? socket = null;
            await using var connection = await services.ConnectAsync(Cancellation, family => socket = BrokerSocket.Create(family));
            var channel = await connection.CreateChannelAsync(cancellationToken: Cancellation);
            var closed = new TaskCompletionSource();
            channel.ChannelShutdownAsync += (_, _) =>
            {
                closed.SetResult();
                return Task.CompletedTask;
            };
            var asked = new TaskCompletionSource<Task>();
            var setUp = new SetUp(asked);
            var context = DispatchProxy.Create<ChannelContext, OfChannel>();
            ((OfChannel)(object)context).Channel = channel;
            _ = through is null ? setUp.Send(context) : through.Send(context, setUp);
            socket!.Dispose();
            await closed.Task;
            await channel.DisposeAsync();
            var all = await asked.Task;
            if (await Task.WhenAny(all, Task.Delay(TimeSpan.FromSeconds(5), Cancellation)) != all)
                return false;
        }
        return true;
    }

    // As MassTransit does it.
    private sealed class SetUp(TaskCompletionSource<Task> asked) : IPipe<ChannelContext>
    {
        public async Task Send(ChannelContext context)
        {
            var all = Task.WhenAll(
                Enumerable
                    .Range(0, 12)
                    .Select(n => context.ExchangeDeclare($"set-up-{n}", ExchangeType.Fanout, false, true, null, Cancellation))
            );
            asked.SetResult(all);
            await all;
        }

        public void Probe(ProbeContext context) { }
    }

    // The part of a channel's context that is used here.
    public class OfChannel : DispatchProxy
    {
        public IChannel Channel { get; set; } = null!;

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            targetMethod!.Name switch
            {
                nameof(ChannelContext.ExchangeDeclare) => Channel.ExchangeDeclareAsync(
                    (string)args![0]!,
                    (string)args[1]!,
                    (bool)args[2]!,
                    (bool)args[3]!,
                    cancellationToken: (CancellationToken)args[5]!
                ),
                "get_" + nameof(PipeContext.CancellationToken) => Cancellation,
                _ => throw new NotSupportedException(targetMethod.Name),
            };
    }
}

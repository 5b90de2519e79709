using MassTransit;
using Platform.Contracts;

namespace Platform.Returns.Schedule;

/// <summary>Schedules the returns of a new grant.</summary>
internal sealed class GrantMadeConsumer(FollowGrant follow) : IConsumer<GrantMade>
{
    public Task Consume(ConsumeContext<GrantMade> context) =>
        follow.RunAsync(context.Message, context.Message.Details, "The grant was made", context.CancellationToken);
}

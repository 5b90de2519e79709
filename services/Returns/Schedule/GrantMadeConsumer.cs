using MassTransit;
using Platform.Contracts;

namespace Platform.Returns.Schedule;

/// <summary>A grant was made: its returns are put on the calendar.</summary>
internal sealed class GrantMadeConsumer(FollowGrant follow) : IConsumer<GrantMade>
{
    public Task Consume(ConsumeContext<GrantMade> context) =>
        follow.RunAsync(context.Message, context.Message.Details, "The grant was made", context.CancellationToken);
}

using MassTransit;
using Platform.Contracts;

namespace Platform.Returns.Schedule;

/// <summary>Brings returns that have not come in into line with a varied grant.</summary>
internal sealed class GrantVariedConsumer(FollowGrant follow) : IConsumer<GrantVaried>
{
    public Task Consume(ConsumeContext<GrantVaried> context)
    {
        var (varied, variation) = (context.Message, context.Message.Variation);
        return follow.RunAsync(varied, varied.Details, $"Variation {variation.Number}: {variation.Reason}", context.CancellationToken);
    }
}

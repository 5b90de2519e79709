using MassTransit;
using Platform.Contracts;
using Platform.Reporting.Data;
using Platform.Reporting.Model;

namespace Platform.Reporting.Consumers;

internal sealed class ExtensionConsumer(ReportingContext db) :
    IConsumer<ExtensionRequested>, IConsumer<ExtensionGranted>, IConsumer<ExtensionRefused>, IConsumer<ExtensionEnded>
{
    public Task Consume(ConsumeContext<ExtensionRequested> context) => KeepAsync(context.Message, context.Message.Extension, context.CancellationToken);
    public Task Consume(ConsumeContext<ExtensionGranted> context) => KeepAsync(context.Message, context.Message.Extension, context.CancellationToken);
    public Task Consume(ConsumeContext<ExtensionRefused> context) => KeepAsync(context.Message, context.Message.Extension, context.CancellationToken);
    public Task Consume(ConsumeContext<ExtensionEnded> context) => KeepAsync(context.Message, context.Message.Extension, context.CancellationToken);

    private async Task KeepAsync(IEvent happened, ExtensionDetails extension, CancellationToken cancellation)
    {
        if (await db.NewerAsync<ExtensionLine>(happened.Id, happened.Version, cancellation) is not { } line) return;
        (line.RoundId, line.RoundReference, line.RoundName) = (extension.RoundId, extension.RoundReference, extension.RoundName);
        (line.Partnership, line.State, line.Until, line.Answer) = (extension.Partnership, extension.State, extension.Until, extension.Answer);
    }
}

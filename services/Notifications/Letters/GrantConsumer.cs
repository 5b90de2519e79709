using MassTransit;
using Platform.Contracts;

namespace Platform.Notifications.Letters;

/// <summary>
/// Tells a partnership how its grant was or will be varied, finance that a variation waits, and the officers that the agreement was
/// accepted.
/// </summary>
internal sealed class GrantConsumer(SettleMatter settle, WriteLetters write, LetterTemplates templates)
    : IConsumer<GrantVaried>,
        IConsumer<GrantVariationAsked>,
        IConsumer<GrantVariationAgreed>,
        IConsumer<GrantVariationCancelled>,
        IConsumer<GrantAccepted>
{
    public async Task Consume(ConsumeContext<GrantVaried> context)
    {
        var happened = context.Message;
        // What was agreed for that day begins to count: what waits still waits.
        if (happened.Details.Waiting is null)
            await settle.RunAsync(happened, context.CancellationToken);
        await write.RunAsync(
            Occasion.Of(happened, "grant varied", happened.Details.Partnership, templates.GrantVaried),
            templates.GrantVaried,
            (office, to) => new(office, to, happened.Details, happened.Variation),
            context.CancellationToken
        );
    }

    public Task Consume(ConsumeContext<GrantVariationAsked> context)
    {
        var happened = context.Message;
        return write.RunAsync(
            Occasion.AtOffice(happened, "variation waiting", Roles.Finance) with
            {
                IsRequest = true,
                Barred = [happened.By.UserId],
                BarredAs = "whoever asked for it",
            },
            templates.VariationWaiting,
            (office, to) => new(office, to, happened.Details, happened.Variation, happened.By.Name),
            context.CancellationToken
        );
    }

    public async Task Consume(ConsumeContext<GrantVariationAgreed> context)
    {
        var happened = context.Message;
        await settle.RunAsync(happened, context.CancellationToken);
        await write.RunAsync(
            Occasion.Of(happened, "variation ahead", happened.Details.Partnership, templates.VariationAhead),
            templates.VariationAhead,
            (office, to) => new(office, to, happened.Details, happened.Variation),
            context.CancellationToken
        );
    }

    public async Task Consume(ConsumeContext<GrantVariationCancelled> context)
    {
        var happened = context.Message;
        await settle.RunAsync(happened, context.CancellationToken);
        await write.RunAsync(
            happened.WasAgreed
                ? Occasion.Of(happened, "variation cancelled", happened.Details.Partnership, templates.VariationCancelled)
                : Occasion.ToOne(happened, "variation cancelled", happened.Variation.By, Roles.Officer),
            templates.VariationCancelled,
            (office, to) => new(office, to, happened.Details, happened.Variation, happened.By.Name, happened.Reason),
            context.CancellationToken
        );
    }

    public Task Consume(ConsumeContext<GrantAccepted> context)
    {
        var happened = context.Message;
        return write.RunAsync(
            Occasion.AtOffice(happened, "grant accepted", Roles.Officer),
            templates.GrantAccepted,
            (office, to) => new(office, to, happened.Details),
            context.CancellationToken
        );
    }
}

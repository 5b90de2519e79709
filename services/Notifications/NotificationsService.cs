using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Notifications;

/// <summary>What the service has: contacts, letters and their delivery.</summary>
public sealed class NotificationsService : IPlatformService
{
    /// <inheritdoc/>
    public static string Name => ServiceNames.Notifications;

    /// <inheritdoc/>
    public static void Configure(ServiceBuilder service)
    {
        service.Services.AddSingleton(Office.Read(service.Configuration));
        service.Services.AddSingleton(MailProvider.Read(service.Configuration));
        service.Services.AddSingleton(CodeKeys.Read(service.Configuration));
        service.Services.AddSingleton(new LetterTemplates());
        service.Services.AddSingleton(new SendingLimit(service.Configuration));
        service.Services.AddSingleton<LetterSignal>();
        service.Services.AddSingleton<Handovers>();
        service.Services.AddScoped<DeliverLetters>();
        service.Services.AddHostedService<PostRoom>();
        service
            .Database<NotificationsContext>()
            .Acts(typeof(Acts))
            .PagesAndApi()
            .Reader<TemplateTexts>()
            .Operation<SaveTemplate>()
            .Operation<SaveContact>()
            .Operation<SavePreference>()
            .Operation<WriteLetters>()
            .Operation<GatherLetters>()
            .Operation<TakeReceipt>()
            .Operation<DealWithAlert>()
            .Operation<SettleMatter>()
            .Operation<SettleFailure>()
            .Operation<NoteMending>()
            .Consumer<ContactChangedConsumer>()
            .Consumer<AccountConsumer>()
            .Consumer<ProgrammeChangedConsumer>()
            .Consumer<ReturnOpenedConsumer>()
            .Consumer<ReturnChasedConsumer>()
            .Consumer<ReturnSubmittedConsumer>()
            .Consumer<ReturnConsumer>()
            .Consumer<RoundConsumer>()
            .Consumer<ExtensionConsumer>()
            .Consumer<BidSubmittedConsumer>()
            .Consumer<BidLapsedConsumer>()
            .Consumer<BidConsumer>()
            .Consumer<AssessmentConsumer>()
            .Consumer<DecisionConsumer>()
            .Consumer<GrantMadeConsumer>()
            .Consumer<GrantConsumer>()
            .Consumer<ViewReportedConsumer>()
            .Consumer<FailedMessageConsumer>()
            .Consumer<AuditFailedConsumer>()
            .Job<WriteDigests>()
            .Job<ForgetLetters>()
            .Job<ForgetContacts>()
            .Holds<HeldLetters>();
    }

    /// <inheritdoc/>
    public static void Map(WebApplication app)
    {
        app.MapPagesAndApi();
        app.MapLettersApi();
        app.MapReceiptsApi();
        app.MapLetterFile();
    }
}

using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Reporting;

/// <summary>
/// What the service has: home pages and reports, from read tables that only messages fill; papers, FOI and the public pages.
/// </summary>
public sealed class ReportingService : IPlatformService
{
    /// <inheritdoc/>
    public static string Name => ServiceNames.Reporting;

    /// <inheritdoc/>
    public static void Configure(ServiceBuilder service) =>
        service
            .Database<ReportingContext>(ReportingContext.Read)
            .Acts(typeof(Acts))
            .PagesAndApi()
            .Reader<GrantSums>()
            .Reports()
            .Keeps<RoundConsumer>()
            .Keeps<ExtensionConsumer>()
            .Keeps<ProfileConsumer>()
            .Keeps<BidConsumer>()
            .Keeps<AssessmentConsumer>()
            .Keeps<DecisionConsumer>()
            .Keeps<GrantConsumer>()
            .Keeps<ReturnConsumer>()
            .Keeps<ActivityConsumer>()
            .KeepsAudit()
            .Keeps<ForgottenConsumer>()
            .Consumer<LogReplayedConsumer>()
            .Operation<RebuildReports>()
            .Operation<ReceiveFoiRequest>()
            .Operation<ChangeFoiRequest>()
            .Operation<ChangeFoiWording>()
            .Reader<FoiWordings>()
            .Reader<FreezeFigures>()
            .Operation<DraftPaper>()
            .Operation<ChangePaper>()
            .Operation<ChangeView>()
            .Job<ContinueRebuild>()
            .Job<AddUpGrants>()
            .Job<MailSavedViews>()
            .ForgetsRequesters()
            .Holds<HeldRequests>()
            .OpenData();

    /// <inheritdoc/>
    public static void Map(WebApplication app)
    {
        app.MapPagesAndApi();
        app.MapReportsApi();
        app.MapReportFile();
        app.MapFoiApi();
        app.MapDownloads();
        app.MapPapersApi();
    }
}

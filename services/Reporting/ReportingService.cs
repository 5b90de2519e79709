using Platform.Reporting.Api;
using Platform.Reporting.Consumers;
using Platform.Reporting.Data;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Reporting;

/// <summary>Home pages and reports, from read tables that messages alone fill: what this service has.</summary>
public sealed class ReportingService : IPlatformService
{
    /// <inheritdoc/>
    public static string Name => "reporting";

    /// <inheritdoc/>
    public static void Configure(ServiceBuilder service) => service
        .Database<ReportingContext>()
        .PagesAndApi()
        .Consumer<RoundConsumer>()
        .Consumer<ExtensionConsumer>()
        .Consumer<ProfileConsumer>()
        .Consumer<BidConsumer>()
        .Consumer<AssessmentConsumer>()
        .Consumer<DecisionConsumer>()
        .Consumer<GrantConsumer>()
        .Consumer<ReturnConsumer>()
        .Consumer<ActivityConsumer>();

    /// <inheritdoc/>
    public static void Map(WebApplication app)
    {
        app.MapPagesAndApi();
        app.MapReportsApi();
    }
}

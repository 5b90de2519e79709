using Platform.Returns.Api;
using Platform.Returns.Consumers;
using Platform.Returns.Data;
using Platform.Returns.Jobs;
using Platform.Returns.Operations;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Returns;

/// <summary>Schedules of quarterly returns, the returns, the chasing: what this service has.</summary>
public sealed class ReturnsService : IPlatformService
{
    /// <inheritdoc/>
    public static string Name => "returns";

    /// <inheritdoc/>
    public static void Configure(ServiceBuilder service) => service
        .Database<ReturnsContext>()
        .PagesAndApi()
        .Operation<SaveLine>()
        .Operation<HandOver>()
        .Operation<SubmitReturn>()
        .Consumer<GrantMadeConsumer>()
        .Job<OpenDueReturns>()
        .Job<ChaseOverdueReturns>();

    /// <inheritdoc/>
    public static void Map(WebApplication app)
    {
        app.MapPagesAndApi();
        app.MapReturnsApi();
    }
}

using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Platform.ServiceDefaults.Tests;

public sealed class TelemetryTests(TwoServices services)
{
    [Fact]
    public void MassTransit_DoesNotReportToItsMakers() =>
        Assert.False(services.Reporting.Services.GetRequiredService<IOptions<UsageTelemetryOptions>>().Value.Enabled);
}

using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;
using Platform.Testing;

namespace Platform.ServiceDefaults.Tests;

/// <summary>A page or endpoint that does not say who may use it is found when the service starts, not when somebody asks for it.</summary>
public sealed class ActTableTests
{
    private static class Acts
    {
        public static readonly Act ReadThings = new([Roles.Officer]);
    }

    private static class OtherActs
    {
        public static readonly Act ReadOthers = new([Roles.Officer]);
    }

    private abstract class Doors<TDoor> : IPlatformService
        where TDoor : IDoor
    {
        public static string Name => "made-up";

        public static void Configure(ServiceBuilder service) => service.Acts(typeof(Acts)).PagesAndApi();

        public static void Map(WebApplication app) => TDoor.Say(app.MapGet("/things", () => ""));
    }

    private interface IDoor
    {
        static abstract void Say(RouteHandlerBuilder endpoint);
    }

    private abstract class Known : IDoor
    {
        public static void Say(RouteHandlerBuilder endpoint) => endpoint.May(Acts.ReadThings);
    }

    private abstract class Open : IDoor
    {
        public static void Say(RouteHandlerBuilder endpoint) => endpoint.AllowAnonymous();
    }

    private abstract class Silent : IDoor
    {
        public static void Say(RouteHandlerBuilder endpoint) { }
    }

    private abstract class Unknown : IDoor
    {
        public static void Say(RouteHandlerBuilder endpoint) => endpoint.May(OtherActs.ReadOthers);
    }

    private abstract class ByRole : IDoor
    {
        public static void Say(RouteHandlerBuilder endpoint) => endpoint.RequireAuthorization(policy => policy.RequireRole(Roles.Officer));
    }

    [Fact]
    public async Task Door_OfAKnownActOrOpen_IsBuilt()
    {
        await using var known = Build<Known>();
        await using var open = Build<Open>();
    }

    [Fact]
    public void Door_ThatNamesNoAct_KeepsTheServiceFromStarting()
    {
        Assert.Contains("/things names no act", Assert.Throws<InvalidOperationException>(Build<Silent>).Message, StringComparison.Ordinal);
        Assert.Contains("/things names no act", Assert.Throws<InvalidOperationException>(Build<ByRole>).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Door_OfAnActOfAnotherTable_KeepsTheServiceFromStarting() =>
        Assert.Contains(
            "/things names the unknown act ReadOthers",
            Assert.Throws<InvalidOperationException>(Build<Unknown>).Message,
            StringComparison.Ordinal
        );

    private static WebApplication Build<TDoor>()
        where TDoor : IDoor =>
        ServiceHost.Build<Doors<TDoor>>(
            [],
            builder =>
                builder.Configuration.AddInMemoryCollection(
                    new Dictionary<string, string?>
                    {
                        ["CallerKeys:Public"] = TestKeys.Callers.Published,
                        ["RabbitMq:User"] = "nobody",
                        ["RabbitMq:Password"] = "nothing",
                    }
                )
        );
}

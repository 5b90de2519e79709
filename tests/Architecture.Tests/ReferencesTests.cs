using System.Text.Json;
using System.Text.RegularExpressions;
using Platform.Contracts;

namespace Platform.Architecture.Tests;

/// <summary>A service references contracts, ServiceDefaults, GovUk and Forms, and no other service.</summary>
public sealed partial class ReferencesTests
{
    private static readonly string[] Allowed = ["Platform.Contracts", "ServiceDefaults", "GovUk", "Forms"];

    public static TheoryData<string> Services => [.. Repository.Services];

    public static TheoryData<string> Databases => [.. Repository.Services.Select(s => $"services/{s}"), "gateway"];

    [Fact]
    public void Services_OnDisk_AreThoseThatAreNamed() =>
        Assert.Equal(ServiceNames.BehindTheGateway.Order(), Repository.Services.Select(s => s.ToLowerInvariant()));

    [Fact]
    public void Gateway_Forwards_ToTheServicesThatAreNamed()
    {
        using var settings = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "gateway", "appsettings.json")));
        var clusters = settings.RootElement.GetProperty("ReverseProxy").GetProperty("Clusters").EnumerateObject();
        Assert.Equal(ServiceNames.BehindTheGateway.Order(), clusters.Select(c => c.Name).Order());
    }

    [Fact]
    public void Things_AreServedByOneServiceEach()
    {
        Assert.Equal(ServiceNames.BehindTheGateway.Order(), ServedThings.Of.Keys.Order());
        var things = ServedThings.Of.Values.SelectMany(t => t).ToList();
        Assert.Equal(things.Distinct(), things);
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Service_References_OnlyWhatAllMay(string service) =>
        Assert.Empty(Forbidden(File.ReadAllText(Path.Combine(Repository.Root, "services", service, service + ".csproj"))));

    [Theory]
    [MemberData(nameof(Services))]
    public void Service_HasAProgramOfOneLine(string service)
    {
        var program = File.ReadAllLines(Path.Combine(Repository.Root, "services", service, "Program.cs"))
            .Where(l => l.Length > 0 && !l.StartsWith("using ", StringComparison.Ordinal));
        Assert.Equal($"await ServiceHost.RunAsync<{service}Service>(args);", Assert.Single(program));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public void Database_Initial_GuardsTheEventLog(string program) =>
        Assert.Contains(
            "SqlFiles.GuardEventLog(migrationBuilder);",
            File.ReadAllText(Directory.GetFiles(Path.Combine(Repository.Root, program, "Data", "Migrations"), "*_Initial.cs").Single()),
            StringComparison.Ordinal
        );

    /// <summary>The rule can fail: a service that references another is found.</summary>
    [Fact]
    public void BadSample_ReferencingAnotherService_IsFound() =>
        Assert.Equal(
            ["Bids"],
            Forbidden("""<ProjectReference Include="../Bids/Bids.csproj" /><ProjectReference Include="../GovUk/GovUk.csproj" />""")
        );

    [Theory]
    [InlineData("contracts/Platform.Contracts.csproj", new string[0])]
    [InlineData("services/ServiceDefaults/ServiceDefaults.csproj", new[] { "Platform.Contracts" })]
    [InlineData("services/GovUk/GovUk.csproj", new[] { "Platform.Contracts" })]
    [InlineData("services/Forms/Forms.csproj", new[] { "Platform.Contracts", "ServiceDefaults", "GovUk" })]
    public void SharedProject_ReferencesOnly(string project, string[] expected) =>
        Assert.Equal(expected, References(File.ReadAllText(Path.Combine(Repository.Root, project))));

    private static IEnumerable<string> Forbidden(string project) => References(project).Except(Allowed);

    private static IEnumerable<string> References(string project) => Reference().Matches(project).Select(m => m.Groups[1].Value);

    [GeneratedRegex("""<ProjectReference Include="[^"]*/([^"/]+)\.csproj""")]
    private static partial Regex Reference();
}

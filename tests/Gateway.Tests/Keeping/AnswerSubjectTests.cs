using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Platform.Contracts;

namespace Platform.Gateway.Tests.Keeping;

/// <summary>All that is held about somebody, from every program, or nothing.</summary>
public sealed class AnswerSubjectTests(Databases given)
{
    private const string Path = "/account/subject-access";

    [Fact]
    public async Task Post_GivesOneFileFromEveryProgram_AndIsNoted()
    {
        var asked = await given.Host.GivenUserAsync(Roles.PartnerLead, "MEL");
        // Somebody whose address ends as theirs does.
        await given.Host.WithUserAsync(
            asked.Id,
            (services, _) =>
                services
                    .GetRequiredService<MakeAccount>()
                    .RunAsync(
                        new()
                        {
                            Name = "Somebody Else",
                            Email = $"x{asked.Email}",
                            Partnership = "MEL",
                            Roles = [Roles.PartnerEditor],
                        },
                        GatewayHost.Password
                    )
        );
        using var officer = await given.Host.GivenSignedInAsync(Roles.MonitoringOfficer);

        var answer = await officer.PostAsync(Path, ("Address", asked.Email!.ToUpperInvariant()));

        Assert.Equal(("application/zip", HttpStatusCode.OK), (answer.Content.Headers.ContentType!.MediaType, answer.StatusCode));
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        var read = new StreamReader(zip.GetEntry("to-read.html")!.Open()).ReadToEnd();
        Assert.Contains($"What is held about {asked.Email}", read, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"<dd>{WebUtility.HtmlEncode(asked.Name)}</dd>", read);
        Assert.Contains("2 years after the day on which the account was closed", read);
        Assert.Contains("<dd>&lt;b&gt;Dear Zo&#235;&lt;/b&gt;</dd>", read);
        Assert.DoesNotContain(GatewayHost.Password, read);
        Assert.DoesNotContain("Somebody Else", read);
        var rows = JsonSerializer.Deserialize<JsonElement>(new StreamReader(zip.GetEntry("for-programs.json")!.Open()).ReadToEnd());
        Assert.Equal(
            ServiceNames.BehindTheGateway.Append(ServiceNames.Gateway).Order(),
            rows.EnumerateArray().Select(r => r.GetProperty("service").GetString()!).Distinct().Order()
        );
        var sent = given.Upstream["/subject-access"];
        Assert.Contains(asked.Id.ToString(), sent.Body);
        var note = (await given.Host.SentAsync<AccessNoted>()).Last(n => n.By.UserId == officer.UserId).Details;
        Assert.Equal((AccessKind.Exported, Path, asked.Id), (note.Kind, note.What, note.Of?.UserId));
    }

    [Fact]
    public async Task Post_AServiceIsAway_GivesNothing_AndSaysWhich()
    {
        await using var host = await GatewayHost.StartAsync(
            given,
            given.Upstream.Address,
            ("ReverseProxy:Clusters:notifications:Destinations:one:Address", "http://127.0.0.1:1")
        );
        using var officer = await host.GivenSignedInAsync(Roles.MonitoringOfficer);

        var answer = await officer.PostAsync(Path, ("Address", "somebody@example.org"));

        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains(
            "notifications does not answer, so there is no file",
            (await answer.PageAsync()).QuerySelector(".govuk-error-summary")!.TextContent
        );
    }

    [Theory]
    [InlineData("", "Enter the person’s email address")]
    [InlineData("somebody", "Enter an email address in the correct format, like name@example.com")]
    public async Task Post_NoAddress_SaysSo(string address, string said)
    {
        using var officer = await given.Host.GivenSignedInAsync(Roles.MonitoringOfficer);
        Assert.Equal(said, (await officer.PostAsync(Path, ("Address", address)).PageAsync()).ErrorAt("Address"));
    }

    [Fact]
    public async Task Post_WithoutASecondLook_IsAskedForIt()
    {
        var user = await given.Host.GivenUserAsync(Roles.MonitoringOfficer);
        using var officer = new Browser(given.Host.Address);
        await officer.SignInAsync(user.Email!, GatewayHost.Password);
        Assert.Equal(HttpStatusCode.Unauthorized, (await officer.PostAsync(Path, ("Address", "somebody@example.org"))).StatusCode);
    }

    [Fact]
    public async Task PrivacyNotice_AndRecord_SayWhatTheTableSays()
    {
        using var browser = new Browser(given.Host.Address);
        foreach (var page in new[] { "/about/privacy", "/about/record-of-processing" })
        {
            var text = (await browser.GetAsync(page).PageAsync()).QuerySelector("main")!.TextContent;
            foreach (var data in KeepingTable.Read(null).All)
            foreach (var said in new[] { data.What, data.Whose, data.Purpose, data.Basis, data.Recipients, data.HowLong })
                Assert.Contains(said, text);
        }
    }
}

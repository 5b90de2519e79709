using AngleSharp.Dom;
using Platform.Contracts;
using Xunit;

namespace Platform.GovUk.Tests;

/// <summary>What surrounds every page.</summary>
public sealed class LayoutTests(Host host)
{
    [Fact]
    public async Task Anonymous_Any_SeesWhatIsPublicAndTheWayIn()
    {
        using var page = await host.GetAsync("/bids/record");
        Assert.Equal(["Funding", "Sign in"], Items(page));
        Assert.Null(page.QuerySelector("form[action='/account/sign-out']"));
        Assert.Equal("Office of the Police and Crime Commissioner", page.QuerySelector(".govuk-generic-header a")!.TextContent);
        Assert.Equal("Community safety funding", page.QuerySelector(".govuk-service-navigation__service-name")!.TextContent);
    }

    [Theory]
    [InlineData(Roles.PartnerEditor, "Home, Rounds, Bids, Grants, Returns")]
    [InlineData(Roles.PartnerChair, "Home, Rounds, Bids, Grants, Returns")]
    [InlineData(Roles.Board, "Home, Reports")]
    [InlineData(Roles.Assessor, "Home, Rounds, Bids, Assessments, Grants, Returns, Reports")]
    [InlineData(Roles.Commissioner, "Home, Rounds, Bids, Decisions, Grants, Returns, Reports")]
    [InlineData(Roles.Officer, "Home, Rounds, Bids, Decisions, Grants, Returns, Reports, FOI, Letters")]
    [InlineData(Roles.Administrator, "Home, People, Audit, Failed messages")]
    [InlineData(Roles.MonitoringOfficer, "Home, Rounds, Bids, Decisions, Grants, Returns, Reports, FOI, Audit")]
    public async Task SignedIn_ByRole_SeesTheirPartsAndSignsOutByPost(string role, string parts)
    {
        using var page = await host.GetAsync("/bids/record", role);
        Assert.Equal(parts + ", Signed in as Ann O'Neill: your account, Sign out", string.Join(", ", Items(page)));
        var form = page.QuerySelector("form[action='/account/sign-out']")!;
        Assert.Equal("post", form.GetAttribute("method"));
        Assert.Null(form.QuerySelector("input"));
        Assert.Equal(
            parts.Contains("Bids", StringComparison.Ordinal) ? "Bids" : null,
            page.QuerySelector(".govuk-service-navigation [aria-current]")?.TextContent
        );
    }

    [Fact]
    public async Task Page_Any_HasWhatAssistiveTechnologyNeeds()
    {
        using var page = await host.GetAsync("/bids/question");
        Assert.Equal("en-GB", page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Equal("#main-content", page.QuerySelector("a.govuk-skip-link")!.GetAttribute("href"));
        Assert.Equal("MAIN", page.GetElementById("main-content")!.TagName);
        Assert.Equal(
            ["/about/accessibility", "/about/cookies", "/about/privacy", "/about/contact", "/about/bank-holidays"],
            page.QuerySelectorAll("footer a").Select(link => link.GetAttribute("href"))
        );
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.False(page.QuerySelector(".govuk-back-link")!.Closest("main") is not null);
    }

    [Theory]
    [InlineData("/bids/question")]
    [InlineData("/bids/record")]
    public async Task Page_UnderAStrictPolicy_HasNothingInline(string path)
    {
        using var page = await host.GetAsync(path, Roles.Administrator);
        Assert.Empty(page.QuerySelectorAll("style, [style]"));
        Assert.All(page.QuerySelectorAll("script"), script => Assert.False(string.IsNullOrEmpty(script.GetAttribute("src"))));
        Assert.DoesNotContain(
            page.All.SelectMany(element => element.Attributes),
            attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
        );
        Assert.DoesNotContain("crown", page.DocumentElement.OuterHtml, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Demonstration_Banner_SaysTheTimeOfThePlatform()
    {
        using var page = await host.GetAsync("/bids/record", Roles.Administrator);
        var banner = page.QuerySelector(".govuk-phase-banner")!;
        Assert.Contains("It is 9:05am on Wednesday 1 July 2026.", banner.TextContent, StringComparison.Ordinal);
        Assert.Equal("/demonstration/clock", banner.QuerySelector("a")!.GetAttribute("href"));
    }

    private static IEnumerable<string> Items(IDocument page) =>
        page.QuerySelectorAll(".govuk-service-navigation__item").Select(item => item.TextContent.Trim());
}

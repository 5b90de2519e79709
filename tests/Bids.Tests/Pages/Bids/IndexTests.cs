using Platform.Contracts;
using Platform.Testing;

namespace Platform.Bids.Tests.Pages.Bids;

public sealed class IndexTests(RunningService<BidsService> service)
{
    [Fact]
    public async Task Get_Partner_SeesItsOwnNewestFirst()
    {
        var round = await service.RoundAsync();
        var older = await service.DraftAsync(round, "NWL");
        service.Clock.Now = Given.InTime.AddMinutes(1);
        var newer = await service.SubmittedAsync(round, "NWL");
        var page = await service.Editor("NWL").GetPageAsync("/bids");
        Assert.Equal([newer, older], page.Texts("tbody th").Take(2));
        Assert.Equal(["North West Leicestershire", "Safer streets", "£9,000", "Submitted", "North West Leicestershire", "No title yet", "£0", "Draft"], page.Texts("tbody td").Take(8));
        Assert.Contains($"Round {round} is open until 11:59:59pm on Friday 28 February 2025.", page.Texts(".govuk-inset-text"));
        Assert.All(page.Texts("tbody tr td:nth-child(2)"), name => Assert.Equal("North West Leicestershire", name));
    }

    [Fact]
    public async Task Get_NoBids_SaysWhatToDo()
    {
        await service.RoundAsync();
        var nobody = service.As(Given.Named("Hal"), Partnership.Get("HAR"), Roles.PartnerEditor);
        Assert.Contains("You have no bids. To start one, choose an open round above.", (await nobody.GetPageAsync("/bids")).Texts("p"));
    }

    [Fact]
    public async Task Get_ManyBids_ArePagedAndSaidInTheTitle()
    {
        var round = await service.RoundAsync();
        for (var i = 0; i < 26; i++) await service.DraftAsync(round, "OAD");
        var editor = service.Editor("OAD");
        var (first, last) = (await editor.GetPageAsync("/bids"), await editor.GetPageAsync("/bids?number=99"));
        Assert.StartsWith("Bids (page 1 of 2)", first.Title);
        Assert.Equal((25, 1), (first.Texts("tbody th").Count, last.Texts("tbody th").Count));
        Assert.NotNull(first.QuerySelector(".platform-table-scroll > table"));
    }
}

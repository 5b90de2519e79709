using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Platform.Contracts;
using static Platform.Reporting.Tests.Given;

namespace Platform.Reporting.Tests.Papers.Pages;

public sealed partial class PaperPagesTests(RunningService<ReportingService> service)
{
    [Fact]
    public async Task New_FreezesTheFigures_AndShowsTheDraftToOfficersAlone()
    {
        await service.NothingAsync();
        await service.DeliverAsync(Grant(Guid.NewGuid()));
        var wrong = await service
            .Officer()
            .PostAndStayAsync(
                "/reports/papers/new",
                ("Title", "Update"),
                ("Meeting", ""),
                ("MeetingOn.Day", "13"),
                ("MeetingOn.Month", "feb")
            );
        Assert.Equal(["Enter the name of the board", "The date of the meeting must include a year"], wrong.Errors());
        Assert.Equal("Update", wrong.QuerySelector("#Title")!.GetAttribute("value"));
        var address = await service
            .Officer()
            .PostAndFollowAsync(
                "/reports/papers/new",
                ("Title", "Update"),
                ("Meeting", "The board"),
                ("MeetingOn.Day", "13"),
                ("MeetingOn.Month", "feb"),
                ("MeetingOn.Year", "2025")
            );
        var page = await service.Officer().GetPageAsync(address);
        Assert.Equal(["Update"], page.Texts("h1"));
        Assert.Contains("Figures as at 10:00am on Wednesday 12 February 2025.", page.Texts("main p")[0]);
        Assert.Contains("Add your words to Safer Streets in Melton", page.Texts("main a"));
        Assert.Equal(HttpStatusCode.NotFound, (await service.Board().GetAsync(address)).StatusCode);
        // What comes later is not in it, until the figures are refreshed.
        await service.OwnEventsAsync();
        await service.DeliverAsync(Grant(Guid.NewGuid(), code: "RUT"));
        Assert.DoesNotContain("Safer Streets in Rutland", (await service.Officer().GetPageAsync(address)).Text("body"));
        await service.Officer().PostAndFollowAsync($"{address}/refresh", ("Version", "1"));
        Assert.Contains("Safer Streets in Rutland", (await service.Officer().GetPageAsync(address)).Text("body"));
    }

    [Fact]
    public async Task New_PressedTwiceAtOnce_BeginsOnePaper()
    {
        await service.NothingAsync();
        var id = (await service.Officer().GetPageAsync("/reports/papers/new")).Typed("PaperId")!;
        var presses = Enumerable
            .Range(0, 4)
            .Select(_ =>
                service
                    .Officer()
                    .PostAndFollowAsync(
                        "/reports/papers/new",
                        ("PaperId", id),
                        ("Title", "Once"),
                        ("Meeting", "The board"),
                        ("MeetingOn.Day", "13"),
                        ("MeetingOn.Month", "2"),
                        ("MeetingOn.Year", "2025")
                    )
            );
        Assert.Single((await Task.WhenAll(presses)).Distinct());
    }

    [Fact]
    public async Task Draft_PressedTwiceAtOnce_IsChangedOnce()
    {
        var (address, number) = await DraftAsync();
        (string, string)[] date = [("MeetingOn.Day", "13"), ("MeetingOn.Month", "2"), ("MeetingOn.Year", "2025")];
        var version = (await service.Officer().GetPageAsync($"{address}/about")).Typed("Version")!;
        foreach (
            var (act, to, fields) in new (string, string, (string, string)[])[]
            {
                ("about", address, [("Title", "Other"), ("Meeting", "The board"), .. date]),
                ("words/background", address, [("Text", "Much was done.")]),
                ("discard", "/reports/papers", []),
            }
        )
        {
            var read = ("Version", (await service.Officer().GetPageAsync($"{address}/about")).Typed("Version")!);
            var presses = Enumerable.Range(0, 4).Select(_ => service.Officer().PostAndFollowAsync($"{address}/{act}", [read, .. fields]));
            Assert.All(await Task.WhenAll(presses), led => Assert.Equal(to, led));
        }
        Assert.Equal(
            int.Parse(version) + 3,
            await service.ReadAsync(
                (ReportingContext db) => db.BoardPapers.Where(p => p.Number == number).Select(p => p.Version).SingleAsync()
            )
        );
    }

    [Fact]
    public async Task Paragraphs_AreOneList_ThatGoesOnAfterHeadings()
    {
        var (address, _) = await DraftAsync();
        var lists = (await service.Officer().GetPageAsync(address)).QuerySelectorAll("ol.platform-paragraphs");
        Assert.Equal(
            Enumerable.Range(1, lists.Sum(l => l.Children.Length)),
            lists.SelectMany(l => Enumerable.Range(int.Parse(l.GetAttribute("start")!), l.Children.Length))
        );
        Assert.All(lists, l => Assert.Equal("LI", l.FirstElementChild!.TagName));
    }

    [Fact]
    public async Task Words_WrittenByTwo_ShowBothAndKeepTheChosen()
    {
        var (address, _) = await DraftAsync();
        var words = $"{address}/words/overdue";
        await service.Officer().PostAndFollowAsync(words, ("Version", "1"), ("Place", "follow"), ("Text", "Theirs"));
        var both = await service.Officer().PostAndStayAsync(words, ("Version", "1"), ("Place", "replace"), ("Text", "Mine"));
        Assert.Equal(["Someone else changed this while you had the page open. Choose which words to keep"], both.Errors());
        Assert.Equal(["Theirs", "Mine"], both.Texts("tbody td"));
        Assert.Equal("Mine", both.QuerySelector("textarea")!.TextContent.Trim());
        await service
            .Officer()
            .PostAndFollowAsync(
                words,
                ("Version", both.QuerySelector("input[name=Version]")!.GetAttribute("value")!),
                ("Place", "replace"),
                ("Text", "Mine"),
                ("Choice", "mine")
            );
        var page = await service.Officer().GetPageAsync(address);
        Assert.Contains("Mine", page.Texts("ol.platform-paragraphs > li"));
        Assert.DoesNotContain("Every quarterly return that was due has come in.", page.Texts("ol.platform-paragraphs > li"));
        Assert.Contains("Every quarterly return that was due has come in.", (await service.Officer().GetPageAsync(words)).Texts("main p"));
    }

    [Fact]
    public async Task Words_Replacing_WithoutWords_KeepTheChoice()
    {
        var (address, _) = await DraftAsync();
        var page = await service
            .Officer()
            .PostAndStayAsync($"{address}/words/overdue", ("Version", "1"), ("Place", "replace"), ("Text", " "));
        Assert.Equal(["Enter what the paper is to say instead"], page.Errors());
        Assert.True(page.QuerySelector("input[value=replace]")!.HasAttribute("checked"));
        Assert.Equal(HttpStatusCode.NotFound, (await service.Officer().GetAsync($"{address}/words/delivery-none")).StatusCode);
    }

    [Fact]
    public async Task Issue_WithFlags_AsksForThemToBeRead_ThenTheBoardReadsIt()
    {
        var (address, number) = await DraftAsync();
        Assert.Contains(
            "Nothing is written under “Background”. Write it",
            (await service.Officer().GetPageAsync($"{address}/check")).Texts("main li")[0]
        );
        var refused = await service.Officer().PostAndStayAsync($"{address}/issue", ("Version", "1"));
        Assert.Equal(["Select that you have read what the check found, or put it right first"], refused.Errors());
        Assert.Equal(address, await service.Officer().PostAndFollowAsync($"{address}/issue", ("Version", "1"), ("Acknowledged", "true")));
        // A second press shows the same.
        Assert.Equal(address, await service.Officer().PostAndFollowAsync($"{address}/issue", ("Version", "1"), ("Acknowledged", "true")));
        var board = await service.Board().GetPageAsync(address);
        Assert.Contains("This report is for the board to note.", board.Texts("li"));
        Assert.Null(board.QuerySelector("main details"));
        Assert.DoesNotContain(board.QuerySelectorAll("main a"), a => a.GetAttribute("href")!.Contains("/words/"));
        // The third is that the meeting was before these figures.
        var known = (await service.Office(Roles.Finance).GetPageAsync(address)).QuerySelectorAll("details li");
        Assert.Equal(3, known.Length);
        // Nobody changes an issued paper, so nothing leads to where it would be changed.
        Assert.DoesNotContain(known.SelectMany(f => f.QuerySelectorAll("a")), a => a.GetAttribute("href")!.StartsWith($"{address}/"));
        Assert.Equal(
            ["Update: Office of the Police and Crime Commissioner for 13 December 2024"],
            (await service.Board().GetPageAsync("/reports/papers")).Texts("td a")
        );
        Assert.Equal(address, (await service.Officer().GetAsync($"{address}/words/background")).Headers.Location!.OriginalString);
        Assert.Equal(
            HttpStatusCode.Conflict,
            (
                await service.Officer().SendJsonAsync(HttpMethod.Put, $"/api/papers/{number}/words/background", new { Text = "No" }, 2)
            ).StatusCode
        );
        await service.OwnEventsAsync();
        Assert.Contains("Board paper for 13 December 2024 issued", (await service.Officer().GetPageAsync("/")).Text("body"));
    }

    [Fact]
    public async Task OpenQuestion_LeadsToItsAnswer_ForThoseWhoMayGiveOneAlone()
    {
        await service.NothingAsync();
        await service.DeliverAsync(Grant(Guid.NewGuid()));
        var address = $"/reports/papers/{await service.Officer().BeginPaperAsync()}";
        var words = (await service.Officer().GetPageAsync(address))
            .QuerySelectorAll("main a")
            .First(a => a.GetAttribute("href")!.Contains("/words/delivery-", StringComparison.Ordinal));
        await service
            .Officer()
            .PostAndFollowAsync(
                words.GetAttribute("href")!,
                ("Version", "1"),
                ("Place", "follow"),
                ("Text", "Safer Streets in Melton runs until June 2023.")
            );
        Assert.Contains("Settle which date is right", (await service.Officer().GetPageAsync($"{address}/check")).Text("main"));

        await service.Officer().PostAndFollowAsync($"{address}/issue", ("Version", "2"), ("Acknowledged", "true"));
        foreach (var reader in (Visitor[])[service.Officer(), service.Office(Roles.Finance)])
        {
            var page = await reader.GetPageAsync(address);
            Assert.Contains("says that it runs until June 2023", page.Text("details"));
            Assert.DoesNotContain(page.QuerySelectorAll("main a"), a => a.GetAttribute("href")!.Contains("/ends/"));
        }
    }

    [Fact]
    public async Task Issued_StaysThroughARebuild_AndInTheDatabase()
    {
        var (address, number) = await DraftAsync();
        Assert.Equal(HttpStatusCode.NoContent, await service.Officer().IssueAsync(number));
        var before = (await service.Board().PaperAsync(number)).Paragraphs.Select(p => p.Text).ToList();
        await service.ReadAsync(
            async (ReportingContext db) => await db.Database.ExecuteSqlAsync($"truncate grants, grant_documents, targets, returns")
        );
        Assert.Equal(before, (await service.Board().PaperAsync(number)).Paragraphs.Select(p => p.Text));
        Assert.NotEmpty(before);
        var refused = await Assert.ThrowsAsync<PostgresException>(() =>
            service.ReadAsync(
                async (ReportingContext db) =>
                    await db.Database.ExecuteSqlAsync($"update board_papers set title = 'Other' where number = {number}")
            )
        );
        Assert.Equal("BP001", refused.SqlState);
    }

    [Fact]
    public async Task Discarded_IsListedAndNoLongerChanged()
    {
        var (address, _) = await DraftAsync();
        Assert.Equal("/reports/papers", await service.Officer().PostAndFollowAsync($"{address}/discard", ("Version", "1")));
        Assert.Contains("Discarded", (await service.Officer().GetPageAsync(address)).Texts("main p")[0]);
        Assert.Equal(address, (await service.Officer().GetAsync($"{address}/issue")).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Stale_IsSaid_AndWhatWasTypedIsKept()
    {
        var (address, _) = await DraftAsync();
        await service.Officer().PostAndFollowAsync($"{address}/words/background", ("Version", "1"), ("Text", "Theirs"));
        var page = await service
            .Officer()
            .PostAndStayAsync(
                $"{address}/about",
                ("Version", "1"),
                ("Title", "Mine"),
                ("Meeting", "Ours"),
                ("MeetingOn.Day", "1"),
                ("MeetingOn.Month", "2"),
                ("MeetingOn.Year", "2025")
            );
        Assert.StartsWith("Someone else changed this paper", Assert.Single(page.Errors()));
        Assert.Equal("Mine", page.QuerySelector("#Title")!.GetAttribute("value"));
        Assert.Contains("What is saved now: Update: Office of the Police and Crime Commissioner", page.Text("body"));
        Assert.StartsWith(
            "Someone else changed this paper",
            Assert.Single((await service.Officer().PostAndStayAsync($"{address}/discard", ("Version", "1"))).Errors())
        );
    }

    [Fact]
    public async Task File_IsGivenWithItsName()
    {
        var (address, _) = await DraftAsync();
        var response = await service.Officer().GetAsync($"{address}/paper.docx");
        Assert.Equal(PaperFile.ContentType, response.Content.Headers.ContentType!.MediaType);
        Assert.Matches(FileName(), response.Content.Headers.ContentDisposition!.FileName!);
    }

    // Two at the same instant, in different parts: neither is refused.
    [Fact]
    public async Task Words_OfTwoParts_AtOnce_AreBothKept()
    {
        var (_, number) = await DraftAsync();
        string[] parts = ["background", "past-year", "coming-year", "key-issues"];
        var answers = await Task.WhenAll(
            parts.Select(p =>
                service.Officer().SendJsonAsync(HttpMethod.Put, $"/api/papers/{number}/words/{p}", new { Text = "About " + p }, 1)
            )
        );
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.NoContent, a.StatusCode));
        var text = (await service.Officer().PaperAsync(number)).Paragraphs.Select(p => p.Text).ToList();
        Assert.All(parts, p => Assert.Contains("About " + p, text));
    }

    private async Task<(string Address, int Number)> DraftAsync()
    {
        await service.NothingAsync();
        var number = await service.Officer().BeginPaperAsync();
        return ($"/reports/papers/{number}", number);
    }

    [GeneratedRegex(@"^""?board-paper-2024-12-13-\d+-draft\.docx""?$")]
    private static partial Regex FileName();
}

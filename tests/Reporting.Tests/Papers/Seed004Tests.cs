using System.Net;
using System.Net.Http.Json;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Reporting.Tests.Papers;

/// <summary>The board paper of 13 December 2024, paragraph by paragraph, from the demonstration's data.</summary>
public sealed class Seed004Tests(RunningService<ReportingService> service)
{
    private static IReadOnlyList<StoredParagraph>? paragraphs;

    [Fact]
    public async Task Paragraph2_Melton()
    {
        var melton = (await PaperAsync()).Single(p => p.Text.Contains("delivered in Melton"));
        Assert.StartsWith(
            "The majority of Safer Streets 5 has been delivered in Melton, with now only Streetvibe and Training of practitioners for "
                + "ASB remaining. 5 of 7 interventions are complete.",
            melton.Text
        );
        Assert.EndsWith(
            "Delivery ends on 31 March 2025. The return for quarter 2 of 2024/25 has not come in: this is as at the end of quarter 1 of "
                + "2024/25. An overview is as follows:",
            melton.Text
        );
        Assert.Equal(
            [
                "Buddhi by M. Completed.",
                "Streetvibe. Under way, until 31 March 2025. Quarter 1 of 2024/25: “Continues.”",
                "CCTV upgrades: 3 CCTV cameras and 4 solar fly-tipping cameras. Completed.",
                "Solar Vision lighting: 12 solar lights. Completed.",
                "WCCTV Help Point with dome camera. Completed.",
                "Target hardening: up to 130 homes target hardened. Completed (achieved 149, 19 above target).",
                "Training of practitioners for ASB: up to 7 practitioners trained (was 14). Delayed: none so far. Quarter 1 of 2024/25: "
                    + "“Training due at the end of November.”",
            ],
            melton.Items
        );
    }

    [Fact]
    public async Task Paragraph3_OadbyAndWigston()
    {
        var oadby = (await PaperAsync()).Single(p => p.Text.Contains("delivered in Oadby and Wigston"));
        Assert.StartsWith(
            "The majority of Safer Streets 5 has been delivered in Oadby and Wigston, with now only Re-deployable CCTV and Cocooning "
                + "packs remaining. 3 of 5 interventions are complete.",
            oadby.Text
        );
        Assert.Equal(
            [
                "Neighbourhood crime campaign via Crimestoppers. Completed.",
                "Re-deployable CCTV: 10 re-deployable CCTV cameras and up to 60 lighting columns converted. At risk: no re-deployable "
                    + "CCTV cameras so far and no lighting columns converted so far. "
                    + "Quarter 2 of 2024/25: “Awaiting confirmation of completion, end of November.”",
                "Fixed CCTV upgrades: 2 fixed dedicated columns and cameras. Completed.",
                "Target hardening: up to 400 homes target hardened. Completed (achieved 700, 300 above target).",
                "Cocooning packs: up to 1,300 homes given cocooning packs. Under way: 1,100 so far, 200 to go. Quarter 2 of 2024/25: "
                    + "“1,100 packs so far; over 1,000 homes offered items.”",
            ],
            oadby.Items
        );
    }

    [Fact]
    public async Task Paragraph7_TheDeadline() =>
        Assert.Equal(
            "All Community safety fund 2025/26 bids need to be in by 11:59:59pm on Friday 28 February 2025 to allow us to begin "
                + "calculating any potential underspends for the 2024/25 financial year and plan "
                + "the 2025/26 budget accordingly. Partnerships are asked to ensure that all bids are submitted before this deadline. No "
                + "bid has been submitted so far.",
            (await PaperAsync()).Single(p => p.Text.StartsWith("All ", StringComparison.Ordinal)).Text
        );

    [Fact]
    public async Task Paragraph9_WhoHasNotReturned_ByName()
    {
        var overdue = (await PaperAsync()).First(p => p.Heading.StartsWith("Key issues", StringComparison.Ordinal));
        Assert.StartsWith(
            "Charnwood, Melton and Rutland have not returned quarterly returns which outline progress updates. This is proving difficult "
                + "for us to subsequently report on works we are funding",
            overdue.Text
        );
        Assert.EndsWith("3 returns are overdue:", overdue.Text);
        Assert.Equal(
            "Melton: quarter 2 of 2024/25 for Safer Streets 5, due on 31 October 2024, 31 working days overdue. Last reminder "
                + "unanswered; payment held.",
            overdue.Items[1]
        );
    }

    [Fact]
    public async Task Numbers_GoOnThroughHeadings()
    {
        var all = await PaperAsync();
        Assert.Equal(Enumerable.Range(1, all.Count - 1), all.Select(p => p.Number).OfType<int>());
        Assert.Equal("This report is for the board to note.", all[^2].Text);
        Assert.Null(all[^1].Number);
    }

    // The paper itself: "Streetvibe will continue delivery until the end of March 2024", "Streetvibe continues until March 2025".
    [Fact]
    public async Task TwoEndsOfStreetvibe_AreFlagged()
    {
        await service.DemonstrationAsync();
        var officer = service.Officer();
        var number = await officer.BeginPaperAsync();
        await officer.WriteAsync(
            number,
            "delivery-SS5-MEL-01",
            "Streetvibe will continue delivery until the end of March 2024 and will naturally come to an end while the ASB training is "
                + "scheduled for end of November 2024.\n\n- Youth Interventions projects x2 (Streetvibe continues until March 2025)"
        );
        var flags = (await officer.PaperAsync(number)).Flags;
        Assert.Equal(
            "Streetvibe: the paper says that it runs until March 2024, and its delivery ends on 31 March 2025. The paper calls that "
                + "an open question",
            Assert.Single(flags, f => f.Text.StartsWith("Streetvibe")).Text
        );
        Assert.Equal(3, flags.Count(f => f.LinkText == "Open the return"));
        Assert.Contains(
            flags,
            f =>
                f.Text
                    == "Melton’s return for quarter 2 of 2024/25 has not come in: what the paper says of Safer Streets 5 there lacks "
                        + "that quarter and stops at quarter 1 of 2024/25"
                && f.Link == "/returns/SS5-MEL-01/2024-25-q2"
        );
    }

    // One paper, read by several tests.
    private async Task<IReadOnlyList<StoredParagraph>> PaperAsync()
    {
        if (paragraphs is not null)
            return paragraphs;
        await service.DemonstrationAsync();
        var officer = service.Officer();
        return paragraphs = (await officer.PaperAsync(await officer.BeginPaperAsync())).Paragraphs;
    }
}

internal static class PaperDoors
{
    public static async Task<int> BeginPaperAsync(this Visitor officer)
    {
        var response = await officer.SendJsonAsync(
            HttpMethod.Post,
            "/api/papers",
            new
            {
                Title = "Update: Office of the Police and Crime Commissioner",
                Meeting = "Leicestershire and Rutland Safer Communities Strategy Board",
                MeetingOn = new DateOnly(2024, 12, 13),
            }
        );
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<BegunPaper>(Doors.Json, TestContext.Current.CancellationToken))!.Number;
    }

    public static async Task<StoredPaper> PaperAsync(this Visitor reader, int number)
    {
        var response = await reader.GetAsync($"/api/papers/{number}");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<StoredPaper>(Doors.Json, TestContext.Current.CancellationToken))!;
    }

    public static async Task WriteAsync(this Visitor officer, int number, string part, string text, bool replaces = false) =>
        Assert.Equal(
            HttpStatusCode.NoContent,
            (
                await officer.SendJsonAsync(
                    HttpMethod.Put,
                    $"/api/papers/{number}/words/{part}",
                    new { Text = text, Replaces = replaces },
                    (await officer.PaperAsync(number)).Version
                )
            ).StatusCode
        );

    public static async Task<HttpStatusCode> IssueAsync(this Visitor officer, int number, bool acknowledged = true) =>
        (
            await officer.SendJsonAsync(
                HttpMethod.Post,
                $"/api/papers/{number}/issue",
                new { Acknowledged = acknowledged },
                (await officer.PaperAsync(number)).Version
            )
        ).StatusCode;
}

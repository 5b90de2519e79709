using AngleSharp.Dom;
using Platform.Contracts;
using Platform.Returns.Tests.Fixtures;

namespace Platform.Returns.Tests.Returns.Pages;

public class LatenessTests(RunningService<ReturnsService> service)
{
    // No other test uses them.
    private static readonly Partnership NorthWest = Partnership.Get("NWL");
    private static readonly Partnership Leicester = Partnership.Get("LEI");

    [Fact]
    public async Task Get_InOnTimeLateAndNotIn_ShowsWhatWasStoredAtTheFirstSubmission()
    {
        service.Clock.Now = Given.In(2024, 4, 8);
        var returns = await service.GrantAsync(Given.Grant(new(2024, 4, 1), new(2025, 3, 31), service.Clock.Now, NorthWest));
        service.Clock.Now = Given.In(2025, 1, 2);
        await service.OpenDueAsync();
        service.Clock.Now = Given.In(2024, 7, 31, 23, 59);
        await service.CertifyAsync(returns[0].Id);
        service.Clock.Now = Given.In(2024, 11, 4);
        await service.CertifyAsync(returns[1].Id);
        // Sent back: lateness stays what it was.
        service.Clock.Now = Given.In(2025, 2, 3);
        await service.SendBackAsync(returns[1], new SectionNote("rating", "Why green?"));
        Assert.Equal(
            [
                "Q3 2024/25: Oct 2024 - Dec 2024 1 working day overdue 31 January 2025 Not in",
                "Q2 2024/25: Jul 2024 - Sep 2024 2 working days late; sent back, to be back by 17 February 2025 31 October 2024 "
                    + "4 November 2024",
                "Q1 2024/25: Apr 2024 - Jun 2024 on time 31 July 2024 31 July 2024",
            ],
            await RowsAsync(
                service.As(new(Guid.NewGuid(), "Lead"), NorthWest, Roles.PartnerLead),
                returns[0].GrantReference,
                "/returns/lateness"
            )
        );
        Assert.Equal(3, (await RowsAsync(service.Officer, returns[0].GrantReference, "/returns/lateness?partnership=NWL")).Count);
        var office = await service.Officer.GetPageAsync("/returns/lateness");
        Assert.Contains("North West Leicestershire 1 1 1 2", office.Texts("tbody tr"));
    }

    [Fact]
    public async Task Get_Partner_SeesItsOwnAlone()
    {
        await service.SubmittedAsync();
        var page = await service
            .As(new(Guid.NewGuid(), "Chair"), Leicester, Roles.PartnerChair)
            .GetPageAsync("/returns/lateness?partnership=MEL");
        Assert.Equal("No return has been due yet.", page.Text("main p"));
    }

    [Fact]
    public async Task Api_Lateness_IsTheSameByPages()
    {
        var owed = await service.SubmittedAsync(Given.In(2024, 8, 5));
        var found = new List<System.Text.Json.JsonElement>();
        for (var next = (string?)"/api/lateness?partnership=MEL"; next is not null; )
        {
            var response = await service.Officer.GetAsync(next);
            found.AddRange(
                System
                    .Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
                    .RootElement.EnumerateArray()
            );
            next = response.Headers.TryGetValues("Link", out var link) ? link.Single().Split('<', '>')[1] : null;
        }
        var one = Assert.Single(found, f => f.GetProperty("returnId").GetGuid() == owed.Id);
        Assert.Equal(
            (3, "MEL", "2024/25 Q1"),
            (
                one.GetProperty("workingDaysLate").GetInt32(),
                one.GetProperty("partnership").GetString(),
                one.GetProperty("quarter").GetString()
            )
        );
        Assert.Equal(
            System.Net.HttpStatusCode.UnprocessableEntity,
            (await service.Officer.GetAsync("/api/lateness?partnership=XXX")).StatusCode
        );
    }

    private static async Task<IReadOnlyList<string>> RowsAsync(Visitor reader, string reference, string address) =>
        [
            .. (await reader.GetPageAsync(address))
                .Texts("#history tbody tr")
                .Where(r => r.Contains(reference, StringComparison.Ordinal))
                .Select(r => r.Replace($"{reference}, ", "")),
        ];
}

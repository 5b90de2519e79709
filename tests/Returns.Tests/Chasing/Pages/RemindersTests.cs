using Platform.Returns.Tests.Fixtures;

namespace Platform.Returns.Tests.Chasing.Pages;

public class RemindersTests(RunningService<ReturnsService> service)
{
    [Fact]
    public async Task Get_TheDaysOfALadder_TellsWhatThenGoesOut()
    {
        var owed = await service.OpenReturnAsync();
        Assert.Empty(await RowsAsync("2024-07-16", owed.GrantReference));
        Assert.Equal(
            [$"Melton {owed.GrantReference}, Q1 2024/25: Apr 2024 - Jun 2024 31 July 2024 10 working days before the due date The editors"],
            await RowsAsync("2024-07-17", owed.GrantReference)
        );
        Assert.Equal(
            [
                $"Melton {owed.GrantReference}, Q1 2024/25: Apr 2024 - Jun 2024 31 July 2024 20 working days after the due date. Payment "
                    + "is held, and the board paper names the return The lead and chair",
            ],
            await RowsAsync("2024-08-29", owed.GrantReference)
        );
        service.Clock.Now = Given.In(2024, 7, 17, 9);
        await service.SweepAsync<ChaseOverdueReturns>();
        Assert.Empty(await RowsAsync("2024-07-17", owed.GrantReference));
        Assert.EndsWith("ReturnChased", await service.EventsAsync(owed.Id));
        await service.CertifyAsync(owed.Id);
        Assert.Empty(await RowsAsync("2024-08-29", owed.GrantReference));
    }

    [Fact]
    public async Task Get_WithoutADay_TellsOfTheNextWorkingDayAndLeadsOn()
    {
        service.Clock.Now = Given.In(2024, 8, 23); // Friday before the bank holiday
        var page = await service.Officer.GetPageAsync("/returns/reminders");
        Assert.Equal("Tuesday 27 August 2024", page.Text("main h2"));
        Assert.Equal(
            ["Working day before: Friday 23 August 2024", "Next working day: Wednesday 28 August 2024"],
            page.Texts("main ul.govuk-list li")
        );
        Assert.Equal(("27", "8", "2024"), (page.Typed("Day.Day"), page.Typed("Day.Month"), page.Typed("Day.Year")));
        Assert.Contains(
            "This is not a working day: no reminders go out.",
            (await service.Officer.GetPageAsync("/returns/reminders?on=2024-08-26")).Texts("p")
        );
    }

    [Fact]
    public async Task Get_TypedDays_LeadToTheirAddressOrSayWhatIsWrong()
    {
        service.Clock.Now = Given.In(2024, 8, 23);
        var typed = await service.Officer.GetAsync("/returns/reminders?Day.Day=31&Day.Month=jan&Day.Year=2025");
        Assert.Equal("/returns/reminders?on=2025-01-31", typed.Headers.Location!.OriginalString);
        Assert.Equal(["Enter the day"], (await service.Officer.GetPageAsync("/returns/reminders?Day.Day=&Day.Month=&Day.Year=")).Errors());
        var past = await service.Officer.GetPageAsync("/returns/reminders?Day.Day=22&Day.Month=8&Day.Year=2024");
        Assert.Equal(["Day must be between 23 August 2024 and 23 August 2025"], past.Errors());
        Assert.Equal("22", past.Typed("Day.Day"));
        Assert.Equal(
            ["Day must be between 23 August 2024 and 23 August 2025"],
            (await service.Officer.GetPageAsync("/returns/reminders?on=2024-08-22")).Errors()
        );
        Assert.Equal(["Enter the day like 2025-01-31"], (await service.Officer.GetPageAsync("/returns/reminders?on=tomorrow")).Errors());
    }

    // The rows of one grant, on whichever page they are.
    private async Task<IReadOnlyList<string>> RowsAsync(string on, string reference)
    {
        var rows = new List<string>();
        for (var number = 1; ; number++)
        {
            var page = await service.Officer.GetPageAsync($"/returns/reminders?on={on}&number={number}");
            rows.AddRange(page.Texts("tbody tr").Where(r => r.Contains(reference, StringComparison.Ordinal)));
            if (page.QuerySelector(".govuk-pagination__next") is null)
                return rows;
        }
    }
}

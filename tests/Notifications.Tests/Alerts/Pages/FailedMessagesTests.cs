using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.Notifications.Tests.Fixtures;

namespace Platform.Notifications.Tests.Alerts.Pages;

/// <summary>A consumer that fails for as long as a trigger in the database makes it.</summary>
public sealed class FailedMessagesTests(NotificationsHost host) : ContactsTest(host)
{
    private static readonly Person Admin = Given.Somebody("Ada Admin");

    private Visitor Administrator => Service.As(Admin, null, Roles.Administrator);

    [Fact]
    public async Task Message_ThatFailsForGood_IsSeenAndRetriedAndDoesItsWorkOnce()
    {
        var chased = Given.Chased(1, Roles.PartnerEditor);
        await BreakAsync();
        await Service.PublishAsync(chased, Guid.NewGuid());
        var card = (await UntilAsync(Administrator, "ReturnChased to notifications-return-chased")).QuerySelector(".govuk-summary-card")!;
        Assert.Contains("out of order", card.TextContent);
        Assert.Empty(await Service.LettersAsync());

        await MendAsync();
        Assert.Equal("/failed-messages", await Administrator.PostAndFollowAsync("/failed-messages?handler=Retry", ("id", await IdAsync())));
        var page = await UntilAsync(Administrator, "Retried");
        Assert.Contains(Admin.Name, page.QuerySelector("table")!.TextContent);
        for (var tries = 0; (await Service.LettersAsync()).Count == 0 && tries < 600; tries++)
            await Task.Delay(100, Cancellation);
        Assert.Equal(chased.Id, Assert.Single(await Service.LettersAsync()).AboutId);
        Assert.Equal(Admin.UserId, Assert.Single(await Service.EventsAsync(nameof(MessageRetried))).Actor);
        await QuietAsync();
    }

    [Fact]
    public async Task Message_Discarded_IsConfirmedFirstAndNeverComesBack()
    {
        var (chased, message) = (Given.Chased(5, Roles.PartnerEditor), Guid.NewGuid());
        await BreakAsync();
        await Service.PublishAsync(chased, message);
        await UntilAsync(Administrator, "ReturnChased");
        await MendAsync();
        var id = await IdAsync();
        Assert.Contains(
            "will never be done",
            (await Administrator.GetPageAsync($"/failed-messages?discard={id}")).QuerySelector("main")!.TextContent
        );
        await Administrator.PostAndFollowAsync("/failed-messages?handler=Discard", ("id", id));
        for (var tries = 0; (await Service.EventsAsync(nameof(MessageDiscarded))).Count == 0 && tries < 600; tries++)
            await Task.Delay(100, Cancellation);
        Assert.Equal(Admin.UserId, Assert.Single(await Service.EventsAsync(nameof(MessageDiscarded))).Actor);

        await Service.DeliverAsync(chased, message);
        Assert.Empty(await Service.LettersAsync());
        await QuietAsync();
    }

    [Fact]
    public async Task Finding_IsSettledByWhoeverNotesHowItWasMended()
    {
        var id = Guid.NewGuid();
        await Service.DeliverAsync(
            new AuditFailed(id, 1, DateTimeOffset.UnixEpoch, Person.Platform, new("bids", $"Round {id} was changed."))
        );
        var page = await Administrator.GetPageAsync($"/failed-messages?mend={id}");
        Assert.Equal("How was it mended?", page.QuerySelector("label[for=How]")!.TextContent.Trim());
        page = await Administrator.PostAndStayAsync("/failed-messages?handler=Mend", ("id", $"{id}"), ("How", " "));
        Assert.Equal("Enter how it was mended", page.QuerySelector(".govuk-error-summary a")!.TextContent);
        const string how = "Restored from Friday’s backup";
        await Administrator.PostAndFollowAsync("/failed-messages?handler=Mend", ("id", $"{id}"), ("How", how));
        Assert.Contains(how, (await Administrator.GetPageAsync("/failed-messages")).QuerySelector("main")!.TextContent);
        var told = (await Service.EventsAsync(nameof(AuditMendingNoted)))
            .Select(e => (AuditMendingNoted)e.Read())
            .Single(n => n.FindingId == id);
        Assert.Equal(("bids", how, Admin), (told.Service, told.How, told.By));
        page = await Administrator.PostAndStayAsync("/failed-messages?handler=Mend", ("id", $"{id}"), ("How", "Again"));
        Assert.Contains("Ada Admin has noted how it was mended", page.QuerySelector(".govuk-error-summary")!.TextContent);
    }

    [Fact]
    public async Task Get_NothingFailed_SaysSo() =>
        Assert.Contains(
            "No message waits here",
            (await Service.As(Officer, null, Roles.Officer).GetPageAsync("/failed-messages")).QuerySelector("main")!.TextContent
        );

    [Fact]
    public async Task Tampering_Found_IsShownOnce()
    {
        var found = new AuditFailed(
            Guid.NewGuid(),
            1,
            DateTimeOffset.UnixEpoch,
            Person.Platform,
            new("bids", "Event 4 of CSP2025-MEL-03 was changed.")
        );
        await Service.DeliverAsync(found);
        await Service.DeliverAsync(found);
        var page = await Administrator.GetPageAsync("/failed-messages");
        Assert.StartsWith("Event 4 of CSP2025-MEL-03 was changed.", page.Text(".govuk-summary-list__value"));
        Assert.Contains("bids", page.Text(".govuk-summary-list__key"), StringComparison.Ordinal);
    }

    private Task<string> IdAsync() =>
        Service.ReadAsync(
            async (NotificationsContext db) =>
                (await db.Failures.SingleAsync(f => f.State == FailedMessageState.Waiting, Cancellation)).Id.ToString()
        );

    private Task BreakAsync() =>
        Service.AsOwnerAsync(
            """
            create or replace function broken() returns trigger language plpgsql as $$ begin raise exception 'out of order'; end $$;
            create trigger broken before insert on letters for each row execute function broken();
            """
        );

    private Task MendAsync() => Service.AsOwnerAsync("drop trigger if exists broken on letters");

    // Seven tries take about twelve seconds.
    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> UntilAsync(Visitor visitor, string words)
    {
        for (var tries = 0; ; tries++)
        {
            var page = await visitor.GetPageAsync("/failed-messages");
            if (page.QuerySelector("main")!.TextContent.Contains(words, StringComparison.Ordinal))
                return page;
            Assert.True(tries < 120, $"The page never says “{words}”.");
            await Task.Delay(500, Cancellation);
        }
    }

    // Every event of these tests has been handled, so none reaches the next test.
    private async Task QuietAsync()
    {
        for (var tries = 0; !await Service.HasHandledItsOwnAsync(); tries++)
        {
            Assert.True(tries < 600, "Some event is not handled.");
            await Task.Delay(100, Cancellation);
        }
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}

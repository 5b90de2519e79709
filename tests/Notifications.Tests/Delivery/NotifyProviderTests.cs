using Platform.Contracts;
using Platform.Notifications.Tests.Fixtures;

namespace Platform.Notifications.Tests.Delivery;

public sealed class NotifyHost : NotificationsHost
{
    internal NotifyStandIn Notify { get; } = Task.Run(NotifyStandIn.StartAsync).GetAwaiter().GetResult();

    protected override Dictionary<string, string?> Mail(string letters) =>
        new()
        {
            ["Mail:Notify:ApiKey"] = NotifyStandIn.ApiKey,
            ["Mail:Notify:Address"] = Notify.Address,
            ["Mail:Notify:TemplateId"] = $"{NotifyStandIn.Template}",
            ["Mail:Notify:ReplyToId"] = $"{NotifyStandIn.ReplyTo}",
        };
}

public sealed class NotifyProviderTests(NotifyHost host) : NotificationsTest(host), IClassFixture<NotifyHost>
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        host.Notify.Taken.Clear();
        host.Notify.Asked.Clear();
        (host.Notify.Refusal, host.Notify.DiesAfterTaking) = (null, false);
        await Service.DeliverAsync(Given.Contact(Given.Sam, Given.Melton, Roles.PartnerEditor));
        await Service.DeliverAsync(Given.Chased(1, Roles.PartnerEditor));
    }

    [Fact]
    public async Task Sweep_Taken_OneTemplateWithSubjectBodyAndTheLettersIdAsReference()
    {
        await Service.SweepAsync<DeliverLetters>();

        var letter = await OnlyAsync();
        Assert.Equal(LetterState.Sent, letter.State);
        var taken = Assert.Single(host.Notify.Taken);
        Assert.Equal(
            ("sam.carter@melton.example", $"{NotifyStandIn.Template}", $"{letter.Id}", $"{NotifyStandIn.ReplyTo}"),
            ($"{taken["email_address"]}", $"{taken["template_id"]}", $"{taken["reference"]}", $"{taken["email_reply_to_id"]}")
        );
        Assert.Equal((letter.Subject, letter.Text), ($"{taken["personalisation"]!["subject"]}", $"{taken["personalisation"]!["body"]}"));
        Assert.Equal(["POST"], host.Notify.Asked);
        Assert.Equal(0, await HandoversAsync());
    }

    [Theory]
    [InlineData(429, "Queued")]
    [InlineData(500, "Queued")]
    [InlineData(503, "Queued")]
    [InlineData(400, "Failed")]
    [InlineData(403, "Failed")]
    public async Task Sweep_Refused_LaterOrNeverWithItsReason(int status, string state)
    {
        host.Notify.Refusal = (status, "Can’t send to this recipient using a team-only API key");

        await Service.SweepAsync<DeliverLetters>();

        var letter = await OnlyAsync();
        Assert.Equal(
            (state, $"GOV.UK Notify answered {status}: Can’t send to this recipient using a team-only API key"),
            (letter.State.ToString(), letter.LastError)
        );
        Assert.Empty(host.Notify.Taken);
    }

    [Fact]
    public async Task Sweep_RefusedThenTaken_AsksBeforeItHandsOverAgain()
    {
        host.Notify.Refusal = (503, "busy");
        await Service.SweepAsync<DeliverLetters>();
        host.Notify.Refusal = null;
        Service.Clock.Now = (await OnlyAsync()).NotBefore;

        await Service.SweepAsync<DeliverLetters>();

        Assert.Equal((LetterState.Sent, 2), ((await OnlyAsync()).State, (await OnlyAsync()).Attempts));
        Assert.Equal(["POST", "GET", "POST"], host.Notify.Asked);
        Assert.Single(host.Notify.Taken);
    }

    [Fact]
    public async Task Sweep_TakenWithoutAnAnswer_IsNotHandedOverAgain()
    {
        host.Notify.DiesAfterTaking = true;
        await Service.SweepAsync<DeliverLetters>();
        Assert.Equal(LetterState.Queued, (await OnlyAsync()).State);
        host.Notify.DiesAfterTaking = false;
        Service.Clock.Now = (await OnlyAsync()).NotBefore;

        await Service.SweepAsync<DeliverLetters>();

        Assert.Equal(LetterState.Sent, (await OnlyAsync()).State);
        Assert.Equal(["POST", "GET"], host.Notify.Asked);
        Assert.Single(host.Notify.Taken);
        Assert.Single(await Service.EventsAsync(nameof(LetterSent)));
    }

    // What a process leaves behind that is killed between the provider's answer and the commit: the note of the handover, and a letter
    // that is still queued.
    [Fact]
    public async Task Sweep_AnotherProcessDiedInBetween_FirstWaitsThenAsksAndDoesNotSendAgain()
    {
        var letter = (await OnlyAsync()).Id;
        await Service.ReadAsync(
            async (NotificationsContext db) =>
            {
                db.Add(new Handover { LetterId = letter, BegunAt = NotificationsHost.Start });
                return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            }
        );
        host.Notify.Taken.Enqueue(new() { ["reference"] = $"{letter}" });

        Service.Clock.Now = NotificationsHost.Start.AddSeconds(5);
        await Service.SweepAsync<DeliverLetters>();
        Assert.Empty(host.Notify.Asked);

        Service.Clock.Now = (await OnlyAsync()).NotBefore;
        await Service.SweepAsync<DeliverLetters>();
        Assert.Equal(LetterState.Sent, (await OnlyAsync()).State);
        Assert.Equal(["GET"], host.Notify.Asked);
        Assert.Equal(0, await HandoversAsync());
    }

    [Theory]
    [InlineData("short")]
    [InlineData("our_key-26785a09-ab16-4eb0-8407-a37497a5750-3d844edf-8d35-48ac-975b-e847b4f122b0")]
    public void Account_KeyOfAnotherForm_SaysSo(string key)
    {
        var settings = new Microsoft.Extensions.Configuration.ConfigurationManager { ["Mail:Notify:ApiKey"] = key };
        Assert.StartsWith(
            "Mail:Notify:ApiKey is not a GOV.UK Notify key",
            Assert.Throws<InvalidOperationException>(() => NotifyAccount.Read(settings)).Message
        );
    }

    private Task<int> HandoversAsync() => Service.ReadAsync((NotificationsContext db) => Task.FromResult(db.Handovers.Count()));

    private async Task<Letter> OnlyAsync() => Assert.Single(await Service.LettersAsync());
}

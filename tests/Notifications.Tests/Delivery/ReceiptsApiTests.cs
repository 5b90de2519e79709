using System.Net;
using Platform.Contracts;
using Platform.Notifications.Tests.Fixtures;

namespace Platform.Notifications.Tests.Delivery;

public sealed class ReceiptsApiTests(NotificationsHost host) : NotificationsTest(host)
{
    private Guid letter;

    private Visitor Provider => Service.AsNobody().With(ReceiptsApi.TokenHeader, "Bearer " + NotificationsHost.ReceiptToken);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Service.DeliverAsync(Given.Contact(Given.Sam, Given.Melton, Roles.PartnerEditor));
        await Service.DeliverAsync(Given.Contact(Given.Somebody("Kim Officer"), null, Roles.Officer));
        await Service.DeliverAsync(Given.Chased(1, Roles.PartnerEditor));
        letter = (await Service.LettersAsync())[0].Id;
    }

    private static async Task<HttpStatusCode> PostAsync(Visitor by, object? reference, string status) =>
        (
            await by.SendJsonAsync(
                HttpMethod.Post,
                "/api/receipts",
                new
                {
                    reference,
                    status,
                    to = "sam.carter@melton.example",
                    notification_type = "email",
                }
            )
        ).StatusCode;

    private async Task<Letter> LetterAsync() => (await Service.LettersAsync())[0];

    [Fact]
    public async Task Post_Delivered_SaysWhenAndTwiceIsOnce()
    {
        await Service.SweepAsync<DeliverLetters>();
        Service.Clock.Now = NotificationsHost.Start.AddMinutes(1);

        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(Provider, letter, "delivered"));
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(Provider, letter, "delivered"));

        Assert.Equal(
            (LetterState.Delivered, NotificationsHost.Start.AddMinutes(1)),
            ((await LetterAsync()).State, (await LetterAsync()).DeliveredAt!.Value)
        );
        var happened = Assert.Single(await Service.EventsAsync(nameof(LetterDelivered)));
        Assert.DoesNotContain("@", happened.Json);
    }

    // The process that handed it over died before it could say so: the receipt does, and the letter is not sent again.
    [Fact]
    public async Task Post_DeliveredOfALetterThatIsStillQueued_ItIsNotSentAgain()
    {
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(Provider, letter, "delivered"));

        await Service.SweepAsync<DeliverLetters>();

        Assert.Equal(LetterState.Delivered, (await LetterAsync()).State);
        Assert.Empty(Directory.GetFiles(Service.Letters));
        Assert.Single(await Service.EventsAsync(nameof(LetterSent)));
    }

    [Theory]
    [InlineData("permanent-failure", "there is no such mailbox")]
    [InlineData("temporary-failure", "for three days the mailbox was full")]
    [InlineData("technical-failure", "fault of its own")]
    public async Task Post_ItCameBack_FailsWithTheReasonAndTheOfficersAreToldOnce(string status, string why)
    {
        await Service.SweepAsync<DeliverLetters>();

        foreach (var _ in new[] { 1, 2 })
            Assert.Equal(HttpStatusCode.NoContent, await PostAsync(Provider, letter, status));

        var failed = await LetterAsync();
        Assert.Equal(LetterState.Failed, failed.State);
        Assert.Contains(why, failed.LastError);
        Assert.Contains(why, Assert.Single(await Service.EventsAsync(nameof(LetterFailed))).Json);
        Assert.Equal("Kim Officer", Assert.Single(await Service.LettersAsync(), l => l.Id != letter).ToName);
    }

    [Fact]
    public async Task Post_NotTheAgreedToken_RefusedAndNothingChanges()
    {
        await Service.SweepAsync<DeliverLetters>();
        foreach (
            var by in new[]
            {
                Service.AsNobody(),
                Service.Officer,
                Service.AsNobody().With(ReceiptsApi.TokenHeader, "Bearer "),
                Service.AsNobody().With(ReceiptsApi.TokenHeader, "Bearer wrong"),
                Service.AsNobody().With("Authorization", "Bearer " + NotificationsHost.ReceiptToken),
                Service.AsNobody().With(ReceiptsApi.TokenHeader, NotificationsHost.ReceiptToken),
            }
        )
            Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(by, letter, "delivered"));
        Assert.Equal(LetterState.Sent, (await LetterAsync()).State);
    }

    [Fact]
    public async Task Post_UnknownLetterOrStatus_SaysSo()
    {
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(Provider, Guid.NewGuid(), "delivered"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await PostAsync(Provider, letter, "created"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await PostAsync(Provider, null, "delivered"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await PostAsync(Provider, "no id", "delivered"));
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await Provider.SendAsync(HttpMethod.Post, "/api/receipts", new StringContent("{", null, "application/json"), null)).StatusCode
        );
    }
}

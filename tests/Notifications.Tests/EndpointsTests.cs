using Platform.Contracts;
using Platform.Notifications.Tests.Fixtures;

namespace Platform.Notifications.Tests;

public sealed class EndpointsTests(NotificationsHost host) : NotificationsTest(host)
{
    [Fact]
    public async Task Everybody_IsLetInWhereTheyMayBe()
    {
        await Service.DeliverAsync(Given.Contact(Given.Sam, Given.Melton, Roles.PartnerEditor));
        await Service.DeliverAsync(Given.Chased(1, Roles.PartnerEditor));
        await Service.SweepAsync<DeliverLetters>();
        var letter = (await Service.LettersAsync())[0].Id;

        const Act? everybody = null;
        await EndpointTable.AssertAsync(
            Service,
            [
                new("GET /health/live", "/health/live", everybody),
                new("GET /health/ready", "/health/ready", everybody),
                new("GET /openapi.json", "/openapi.json", everybody),
                new(
                    "POST /subject-access",
                    "/subject-access",
                    Acts.AnswerSubject,
                    Json: new { Address = "x@example.org", UserIds = new[] { Guid.NewGuid() } }
                ),
                new("GET /notifications", "/notifications", Acts.ReadLetters),
                new("GET /notifications/contacts", "/notifications/contacts", Acts.ReadContacts),
                new("GET /failed-messages", "/failed-messages", Acts.ReadFailures),
                new("POST /failed-messages", $"/failed-messages?handler=Mend&id={Guid.NewGuid()}", Acts.NoteMending, "404"),
                new("POST /failed-messages", $"/failed-messages?handler=Retry&id={Guid.NewGuid()}", Acts.SettleFailures, "404"),
                new("POST /failed-messages", $"/failed-messages?handler=Discard&id={Guid.NewGuid()}", Acts.SettleFailures, "404"),
                new("GET /notifications/{id:guid}", $"/notifications/{letter}", Acts.ReadLetters),
                new("GET /notifications/{id:guid}.eml", $"/notifications/{letter}.eml", Acts.ReadLetters),
                new("GET /notifications/contacts/{id:guid}", $"/notifications/contacts/{Guid.NewGuid()}", Acts.WriteContacts),
                new("POST /notifications/contacts/{id:guid}", $"/notifications/contacts/{Guid.NewGuid()}", Acts.WriteContacts),
                new("GET /notifications/preferences", "/notifications/preferences", Acts.ChoosePreferences),
                new("POST /notifications/preferences", "/notifications/preferences", Acts.ChoosePreferences),
                new("GET /notifications/templates", "/notifications/templates", Acts.ReadTemplates),
                new("GET /notifications/templates/{name}", "/notifications/templates/return-overdue", Acts.ReadTemplates),
                new("GET /notifications/templates/{name}/edit", "/notifications/templates/return-overdue/edit", Acts.WriteTemplates),
                new("POST /notifications/templates/{name}/edit", "/notifications/templates/return-overdue/edit", Acts.WriteTemplates),
                new("GET /notifications/alerts", "/notifications/alerts", Acts.ReadAlerts),
                new("POST /notifications/alerts/{id:guid}", $"/notifications/alerts/{Guid.NewGuid()}", Acts.DealWithAlerts, "404"),
                new("POST /api/receipts", "/api/receipts", everybody, "401", new { }),
                new("GET /api/letters", "/api/letters", Acts.ReadLetters),
            ]
        );
    }
}

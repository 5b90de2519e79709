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

        // Nobody, another partnership's lead, editor, lead, chair, officer, the rest of the office, board, administrator.
        await EndpointTable.AssertAsync(
            Service,
            [
                new("GET /health/live", "/health/live", "200 200 200 200 200 200 200 200"),
                new("GET /health/ready", "/health/ready", "200 200 200 200 200 200 200 200"),
                new("GET /openapi.json", "/openapi.json", "200 200 200 200 200 200 200 200"),
                new("GET /notifications", "/notifications", "401 403 403 403 403 200 403 403 200"),
                new("GET /notifications/contacts", "/notifications/contacts", "401 403 403 403 403 200 403 403 200"),
                new("GET /failed-messages", "/failed-messages", "401 403 403 403 403 200 403 403 200"),
                new("POST /failed-messages", $"/failed-messages?handler=Retry&id={Guid.NewGuid()}", "401 403 403 403 403 403 403 403 404"),
                new(
                    "POST /failed-messages",
                    $"/failed-messages?handler=Discard&id={Guid.NewGuid()}",
                    "401 403 403 403 403 403 403 403 404"
                ),
                new("GET /notifications/{id:guid}", $"/notifications/{letter}", "401 403 403 403 403 200 403 403 200"),
                new("GET /notifications/{id:guid}.eml", $"/notifications/{letter}.eml", "401 403 403 403 403 200 403 403 200"),
                new(
                    "GET /notifications/contacts/{id:guid}",
                    $"/notifications/contacts/{Guid.NewGuid()}",
                    "401 403 403 403 403 200 403 403"
                ),
                new(
                    "POST /notifications/contacts/{id:guid}",
                    $"/notifications/contacts/{Guid.NewGuid()}",
                    "401 403 403 403 403 200 403 403"
                ),
                new("GET /notifications/preferences", "/notifications/preferences", "401 403 403 403 403 200 403 403"),
                new("POST /notifications/preferences", "/notifications/preferences", "401 403 403 403 403 200 403 403"),
                new("GET /notifications/templates", "/notifications/templates", "401 403 403 403 403 200 403 403 200"),
                new(
                    "GET /notifications/templates/{name}",
                    "/notifications/templates/return-overdue",
                    "401 403 403 403 403 200 403 403 200"
                ),
                new(
                    "GET /notifications/templates/{name}/edit",
                    "/notifications/templates/return-overdue/edit",
                    "401 403 403 403 403 403 403 403 200"
                ),
                new(
                    "POST /notifications/templates/{name}/edit",
                    "/notifications/templates/return-overdue/edit",
                    "401 403 403 403 403 403 403 403 200"
                ),
                new("GET /notifications/alerts", "/notifications/alerts", "401 403 403 403 403 200 403 403 200"),
                new("POST /notifications/alerts/{id:guid}", $"/notifications/alerts/{Guid.NewGuid()}", "401 403 403 403 403 404 403 403"),
                new("POST /api/receipts", "/api/receipts", "401 401 401 401 401 401 401 401", new { }),
                new("GET /api/letters", "/api/letters", "401 403 403 403 403 200 403 403 200"),
            ]
        );
    }
}

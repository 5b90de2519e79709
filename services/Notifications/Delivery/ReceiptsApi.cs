using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Platform.Notifications.Delivery;

/// <summary>Where a mail provider reports what happened to a letter: GOV.UK Notify's delivery receipts.</summary>
internal static class ReceiptsApi
{
    /// <summary>
    /// The header in which the gateway passes on the provider's bearer token, on this route alone: Authorization carries caller tokens.
    /// </summary>
    public const string TokenHeader = "Platform-Receipt-Token";

    /// <summary>What the provider sends, as far as we use it.</summary>
    /// <param name="Reference">The letter's id.</param>
    /// <param name="Status">delivered, permanent-failure, temporary-failure or technical-failure.</param>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
    public sealed record Receipt(
        [property: JsonPropertyName("reference")] string? Reference,
        [property: JsonPropertyName("status")] string? Status
    );

    public static void MapReceiptsApi(this WebApplication app) =>
        app.MapPost("/api/receipts", TakeAsync)
            .WithTags("Letters")
            .AllowAnonymous()
            .WithSummary("Take a mail provider's delivery receipt")
            .WithDescription("For the mail provider alone, with the bearer token that was agreed with it.")
            .Accepts<Receipt>("application/json")
            .Produces(204)
            .ProducesProblem(401)
            .ProducesProblem(404)
            .ProducesProblem(422);

    // The token is checked before the body is read.
    private static async Task<IResult> TakeAsync(
        HttpRequest http,
        IConfiguration configuration,
        TakeReceipt take,
        CancellationToken cancellationToken
    )
    {
        if (!IsTheProvider(http, configuration))
            return Results.Problem(statusCode: 401, title: "The bearer token is not the one that was agreed");
        var receipt = await ReadAsync(http, cancellationToken);
        ReceiptStatus? status = receipt?.Status switch
        {
            "delivered" => ReceiptStatus.Delivered,
            "permanent-failure" => ReceiptStatus.PermanentFailure,
            "temporary-failure" => ReceiptStatus.TemporaryFailure,
            "technical-failure" => ReceiptStatus.TechnicalFailure,
            _ => null,
        };
        if (!Guid.TryParse(receipt?.Reference, out var letter) || status is not { } known)
            return Results.Problem(
                statusCode: 422,
                title: "A receipt has a letter's id as its reference, and one of the four statuses",
                type: "/problems/incorrect"
            );
        return await take.RunAsync(letter, known, cancellationToken)
            ? Results.NoContent()
            : Results.Problem(statusCode: 404, title: "There is no such letter");
    }

    private static async Task<Receipt?> ReadAsync(HttpRequest http, CancellationToken cancellationToken)
    {
        try
        {
            return await http.ReadFromJsonAsync<Receipt>(cancellationToken);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    // Compared as hashes: the time that takes reveals neither the token's length nor how much of it is right.
    private static bool IsTheProvider(HttpRequest http, IConfiguration configuration)
    {
        var token = configuration["Mail:Receipts:Token"];
        var isRight = CryptographicOperations.FixedTimeEquals(Hash(http.Headers[TokenHeader].ToString()), Hash("Bearer " + token));
        return isRight && token is { Length: > 0 };
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}

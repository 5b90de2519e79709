using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;

namespace Platform.ServiceDefaults.Operations;

/// <summary>
/// The answer to a request with an <c>Idempotency-Key</c>: the same request gets it again. Services that take such keys map it in their
/// context.
/// </summary>
public sealed class KeptAnswer
{
    /// <summary>Whose key it is, by user id: two people may choose the same key.</summary>
    public Guid UserId { get; init; }

    /// <summary>The key, as it was sent.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 of method, address and body, in hex: using the key for another request is a mistake.</summary>
    public required string Request { get; init; }

    /// <summary>The answer's status.</summary>
    public int Status { get; set; }

    /// <summary>The answer's type; null where it had no body.</summary>
    public string? ContentType { get; set; }

    /// <summary>The answer's Location header; null where it had none.</summary>
    public string? Location { get; set; }

    /// <summary>The answer's body.</summary>
    public string Body { get; set; } = "";

    /// <summary>When it was given (UTC).</summary>
    public DateTimeOffset At { get; init; }
}

/// <summary>Marks an endpoint that takes an <c>Idempotency-Key</c>.</summary>
public static class IdempotencyKeys
{
    /// <summary>The request header: up to 200 characters that the client chose for one act, and sends again with every retry.</summary>
    public const string Header = "Idempotency-Key";

    /// <summary>Lets clients retry this endpoint: a request under the same key does nothing, and gets the first answer again.</summary>
    public static TBuilder TakesIdempotencyKey<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(
            new Taken(),
            new ProducesResponseTypeMetadata(422, typeof(HttpValidationProblemDetails), ["application/problem+json"])
        );

    internal sealed record Taken;
}

/// <summary>
/// Keeps the answer in the request's own transaction: neither is ever committed without the other. A refusal is not kept, and the request
/// may be tried again under the same key.
/// </summary>
internal sealed class KeepAnswers(RequestDelegate next)
{
    private const int LongestKey = 200;

    public async Task InvokeAsync(HttpContext http, Caller caller, IServiceProvider services)
    {
        var key = http.Request.Headers[IdempotencyKeys.Header].ToString();
        if (key.Length == 0 || http.GetEndpoint()?.Metadata.GetMetadata<IdempotencyKeys.Taken>() is null)
            await next(http);
        else if (key.Length > LongestKey)
            await Results
                .Problem(statusCode: 400, title: $"{IdempotencyKeys.Header} must be {LongestKey} characters or less")
                .ExecuteAsync(http);
        else
            await OnceAsync(http, caller, key, (DbContext)services.GetService(typeof(DbContext))!);
    }

    private async Task OnceAsync(HttpContext http, Caller caller, string key, DbContext db)
    {
        var user = caller.Person.UserId;
        var request = await HashAsync(http.Request);
        var stop = http.RequestAborted;
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        // Of two at once, the second waits here until the first has its answer.
        var isNew = await db.Database.ExecuteSqlAsync(
            $"""
            insert into idempotency_keys (user_id, key, request, status, body, at) values ({user}, {key},
            {request}, 0, '', {caller.At}) on conflict do nothing
            """,
            stop
        );
        if (isNew == 0)
        {
            await RepeatAsync(
                http,
                await db.Set<KeptAnswer>().AsNoTracking().SingleAsync(k => k.UserId == user && k.Key == key, stop),
                request
            );
            return;
        }
        var (client, answer) = (http.Response.Body, new MemoryStream());
        http.Response.Body = answer;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = client;
        }
        var status = http.Response.StatusCode;
        var type = http.Response.ContentType;
        var location = http.Response.Headers.Location.ToString();
        var body = Encoding.UTF8.GetString(answer.ToArray());
        if (status is >= 200 and < 300)
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                update idempotency_keys set status = {status}, content_type = {type}, location =
                {(location.Length > 0 ? location : null)}, body = {body} where user_id = {user} and key =
                {key}
                """,
                stop
            );
            await transaction.CommitAsync(stop);
        }
        else
            await transaction.RollbackAsync(stop);
        answer.Position = 0;
        await answer.CopyToAsync(client, stop);
    }

    private static async Task RepeatAsync(HttpContext http, KeptAnswer kept, string request)
    {
        if (kept.Request != request)
        {
            await Results
                .Problem(
                    statusCode: 422,
                    title: $"This {IdempotencyKeys.Header} was used for another request",
                    type: "/problems/idempotency-key-reused"
                )
                .ExecuteAsync(http);
            return;
        }
        http.Response.StatusCode = kept.Status;
        http.Response.ContentType = kept.ContentType;
        if (kept.Location is not null)
            http.Response.Headers.Location = kept.Location;
        if (kept.Body.Length > 0)
            await http.Response.WriteAsync(kept.Body, http.RequestAborted);
    }

    private static async Task<string> HashAsync(HttpRequest request)
    {
        request.EnableBuffering();
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"));
        var buffer = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0; )
            sha.AppendData(buffer, 0, read);
        request.Body.Position = 0;
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }
}

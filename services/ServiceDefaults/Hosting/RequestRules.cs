using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Npgsql;

namespace Platform.ServiceDefaults.Hosting;

/// <summary>
/// Answers 400 to what no page or endpoint could read: a NUL in the address, which PostgreSQL cannot store, or a form that cannot be
/// parsed.
/// </summary>
public sealed class ReadableRequestsOnly(RequestDelegate next)
{
    /// <summary>Reads the form before the page does.</summary>
    public async Task InvokeAsync(HttpContext http)
    {
        if (
            http.Request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) == true
            || http.Request.Path.Value?.Contains('\0') == true
            || !await IsFormReadableAsync(http)
        )
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
        else
            await next(http);
    }

    /// <summary>
    /// The status of an exception: 4xx if what was sent cannot be read or holds characters that PostgreSQL refuses (a NUL in JSON), 500 if
    /// the fault is ours.
    /// </summary>
    public static int StatusOf(Exception e) =>
        e switch
        {
            BadHttpRequestException bad => bad.StatusCode,
            PostgresException
            or { InnerException: PostgresException }
                when (e as PostgresException ?? (PostgresException)e.InnerException!).SqlState
                    is PostgresErrorCodes.CharacterNotInRepertoire
                        or PostgresErrorCodes.UntranslatableCharacter => StatusCodes.Status400BadRequest,
            _ => StatusCodes.Status500InternalServerError,
        };

    /// <summary>Adds to a problem's detail where the JSON that was sent cannot be read, and why.</summary>
    public static void Explain(ProblemDetailsContext context)
    {
        if (context.Exception is BadHttpRequestException { InnerException: JsonException json })
            context.ProblemDetails.Detail = $"{json.Path}: {json.Message}";
    }

    private static async Task<bool> IsFormReadableAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
            return true;
        try
        {
            await http.Request.ReadFormAsync(http.RequestAborted);
            return true;
        }
        // Cut off in the middle, or no such form. What was too slow or too long has a status of its own.
        catch (Exception e) when (e is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            return false;
        }
    }
}

// A page with handlers answers with one of them, or with 405: otherwise it would show itself with nothing loaded.
internal sealed class HandledRequestsOnly : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var method = context.HttpContext.Request.Method;
        if (
            context.HandlerMethod is null
            && (context.ActionDescriptor.HandlerMethods.Count > 0 || !(HttpMethods.IsGet(method) || HttpMethods.IsHead(method)))
        )
        {
            context.HttpContext.Response.Headers.Allow = string.Join(
                ", ",
                context.ActionDescriptor.HandlerMethods.Select(h => h.HttpMethod.ToUpperInvariant()).DefaultIfEmpty("GET").Distinct()
            );
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
            return Task.CompletedTask;
        }
        return next();
    }
}

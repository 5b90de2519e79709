using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Platform.ServiceDefaults.Hosting;

/// <summary>
/// Answers 400 to what no page or endpoint could read: a NUL in the address, which PostgreSQL cannot store, or a form that cannot be
/// parsed.
/// </summary>
public sealed partial class ReadableRequestsOnly(RequestDelegate next)
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

    /// <summary>Adds to a problem's detail what cannot be read of what a program sent, and what to send instead.</summary>
    public static void Explain(ProblemDetailsContext context) =>
        context.ProblemDetails.Detail = context.Exception switch
        {
            BadHttpRequestException { InnerException: JsonException json } => $"{json.Path}: {Why(json)}",
            BadHttpRequestException bad when NotBound().Match(bad.Message) is { Success: true } found =>
                $"“{found.Groups["value"].Value}” is not a value for “{found.Groups["name"].Value}”",
            BadHttpRequestException bad
                when bad.Message.Contains(" body ", StringComparison.Ordinal) || bad.Message.EndsWith(" body.", StringComparison.Ordinal) =>
                "Send the JSON that the description of the API (/api) gives for this address",
            _ => context.ProblemDetails.Detail,
        };

    // .NET names the type that it could not make, which tells the sender nothing.
    private static string Why(JsonException json) =>
        Unknown().Match(json.Message) is { Success: true } found
            ? $"“{found.Groups["name"].Value}” is not a field of this address: see the description of the API (/api)."
        : !json.Message.StartsWith("The JSON value could not be converted", StringComparison.Ordinal) ? json.Message
        : json.InnerException?.Message.Contains(nameof(DateOnly), StringComparison.Ordinal) == true
            ? "A date is written like \"2025-01-31\"."
        : "Send a value of the kind, or one of the words, that the description of the API (/api) gives for this field.";

    [GeneratedRegex(@"^The JSON property '(?<name>[^']*)' could not be mapped to any \.NET member")]
    private static partial Regex Unknown();

    [GeneratedRegex("""^Failed to bind parameter "\S+ (?<name>\w+)" from "(?<value>.*)"\.\z""")]
    private static partial Regex NotBound();

    private static async Task<bool> IsFormReadableAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
            return true;
        try
        {
            await NoNulInForms.MakeReadableAsync(http);
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

/// <summary>
/// Refuses a request of the API with a parameter that its address does not have: a list would look as if it were filtered by it.
/// </summary>
public sealed class KnownParametersOnly(RequestDelegate next)
{
    /// <summary>Answers 400 and names the parameter, or passes the request on.</summary>
    public Task InvokeAsync(HttpContext http)
    {
        // A page, and what the gateway sends on, have none of these. What the API's description leaves out, such as a report's file, reads
        // its own parameters.
        var endpoint = http.GetEndpoint()?.Metadata;
        var known = endpoint?.GetOrderedMetadata<IParameterBindingMetadata>() ?? [];
        return
            known.Count > 0
            && endpoint?.GetMetadata<IExcludeFromDescriptionMetadata>() is null
            && http.Request.Query.Keys.FirstOrDefault(k => !known.Any(p => p.Name.Equals(k, StringComparison.OrdinalIgnoreCase)))
                is { } unknown
            ? Results
                .Problem($"“{unknown}” is not a parameter of this address: see the description of the API (/api)", statusCode: 400)
                .ExecuteAsync(http)
            : next(http);
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

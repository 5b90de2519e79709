using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Platform.ServiceDefaults.Operations;

/// <summary>The version that a program has read, from its If-Match header (RFC 9110, 13.1.1).</summary>
public static class IfMatch
{
    /// <summary>428: a change must say which version was read.</summary>
    public static IResult Missing =>
        Results.Problem(statusCode: 428, title: "Send If-Match with the ETag of what you read", type: "/problems/if-match-missing");

    /// <returns>The version; null where the request does not say one.</returns>
    public static int? Read(HttpRequest http) => int.TryParse(http.Headers.IfMatch.ToString().Trim('"'), out var version) ? version : null;

    /// <summary>Says that the endpoint reads If-Match, and answers 412 once the version is another.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="isRequired">Whether it answers 428 without one.</param>
    public static TBuilder TakesIfMatch<TBuilder>(this TBuilder endpoint, bool isRequired = true)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoint.WithMetadata(new Taken(isRequired), Problem(412));
        return isRequired ? endpoint.WithMetadata(Problem(428)) : endpoint;
    }

    private static ProducesResponseTypeMetadata Problem(int status) => new(status, typeof(ProblemDetails), ["application/problem+json"]);

    internal sealed record Taken(bool IsRequired);
}

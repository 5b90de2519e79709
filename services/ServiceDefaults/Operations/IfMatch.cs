using Microsoft.AspNetCore.Http;

namespace Platform.ServiceDefaults.Operations;

/// <summary>The version that a program read, as it says in If-Match (RFC 9110, 13.1.1).</summary>
public static class IfMatch
{
    /// <summary>428: a change must say what it read.</summary>
    public static IResult Missing =>
        Results.Problem(statusCode: 428, title: "Send If-Match with the ETag of what you read", type: "/problems/if-match-missing");

    /// <returns>The version; null where the request does not say one.</returns>
    public static int? Read(HttpRequest http) => int.TryParse(http.Headers.IfMatch.ToString().Trim('"'), out var version) ? version : null;
}

namespace Platform.Returns.Api;

/// <summary>The version that a program read, as it says in If-Match.</summary>
internal static class IfMatch
{
    public static IResult Missing => Results.Problem(statusCode: 428, title: "Send If-Match with the ETag of what you read", type: "/problems/if-match-missing");

    public static int? Read(HttpRequest http) => int.TryParse(http.Headers.IfMatch.ToString().Trim('"'), out var version) ? version : null;
}

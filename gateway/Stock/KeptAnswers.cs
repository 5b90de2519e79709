using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Platform.ServiceDefaults.Callers;

namespace Platform.Gateway.Stock;

/// <summary>A form that was sent after its session had ended: kept through the sign-in, and sent again.</summary>
/// <param name="Path">The address that it was sent to.</param>
/// <param name="Body">The form as it was sent; null where it could not be kept: files, and more than 256 KB.</param>
/// <param name="IsFile">Whether it brought a file.</param>
internal sealed record KeptAnswers(string Path, string? Body, bool IsFile = false)
{
    private const int Most = 256 * 1024;

    private static readonly object Key = new();

    // The pages about accounts on which nobody gives a password or a code.
    private static readonly string[] Kept = ["/account/people", "/account/team", "/account/programs", "/account/details"];

    /// <summary>The answers that this request brought without being signed in; null for any other request.</summary>
    public static KeptAnswers? Of(HttpContext http) => http.Items[Key] as KeptAnswers;

    /// <summary>The fields of a kept form.</summary>
    public static IEnumerable<(string Name, string? Value)> Fields(string body)
    {
        using var reader = new FormReader(body);
        return reader.ReadForm().SelectMany(field => field.Value.Select(value => (field.Key, value)));
    }

    /// <summary>Takes a copy of the form before it goes to a service.</summary>
    public static async Task KeepAsync(HttpContext http)
    {
        var request = http.Request;
        // Passwords and codes are not kept: whoever was giving one starts again.
        var isPassword = request.Path.StartsWithSegments("/account") && !Kept.Any(path => request.Path.StartsWithSegments(path));
        var isForm = request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;
        if (!isForm || isPassword || request.ContentLength is not <= Most)
        {
            var path = request.Path + (isPassword ? QueryString.Empty : request.QueryString);
            http.Items[Key] = new KeptAnswers(path, null, StockPages.BringsFile(request));
            return;
        }
        var copy = new MemoryStream();
        http.Response.RegisterForDispose(copy);
        await request.Body.CopyToAsync(copy, http.RequestAborted);
        http.Items[Key] = new KeptAnswers(
            request.Path + request.QueryString,
            Encoding.UTF8.GetString(copy.GetBuffer(), 0, (int)copy.Length)
        );
        copy.Position = 0;
        request.Body = copy;
    }
}

/// <summary>Keeps the answers of anybody who is not signed in, or has not proved again who they are, in case they have to.</summary>
internal sealed class KeepAnswers(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (
            HttpMethods.IsPost(http.Request.Method)
            && (http.User.Identity?.IsAuthenticated != true || !Confirmation.IsRecent(http.User))
            && StockPages.WantsPage(http.Request)
            && !http.Request.Path.StartsWithSegments(StockPages.SignInPath)
            && !http.Request.Path.StartsWithSegments(StockPages.ConfirmPath)
        )
            await KeptAnswers.KeepAsync(http);
        await next(http);
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Platform.ServiceDefaults.Callers;

namespace Platform.Gateway.Stock;

/// <summary>
/// Adds content to every refusal and failure that has none, whether a service's or the gateway's: a page for people, problem details (RFC
/// 9457) for programs. The status stays. Somebody who is not signed in is asked to sign in.
/// </summary>
internal sealed class StockPages(RequestDelegate next)
{
    public const string SignInPath = "/account/sign-in";
    public const string ConfirmPath = "/account/confirm";
    public const string ProblemPath = "/problem";

    private static readonly StockPage NotConfirmed = new(
        "This is done in a person's own name",
        "Send the password or a code to /api/users/me/confirmation, then send this again. Programs cannot do it."
    );

    private static readonly object Chosen = new();
    private static readonly object Original = new();

    /// <summary>Chooses the page where the status alone is not enough.</summary>
    public static void Explain(HttpContext http, StockPage page) => http.Items[Chosen] = page;

    /// <summary>The words for this request; null when nothing went wrong with it.</summary>
    public static StockPage? Of(HttpContext http) =>
        http.Items[Chosen] as StockPage
        ?? (
            http.Items[Original] is string method
                ? StockPage.For(
                    http.Response.StatusCode,
                    !HttpMethods.IsGet(method),
                    BringsFile(http.Request),
                    int.TryParse(http.Response.Headers.RetryAfter, NumberStyles.None, CultureInfo.InvariantCulture, out var wait)
                        ? wait
                        : null
                )
                : null
        );

    /// <summary>Whether a stock page is being made.</summary>
    public static bool IsShowing(HttpContext http) => http.Items.ContainsKey(Original);

    /// <summary>Whether a person is waiting for a page.</summary>
    public static bool WantsPage(HttpRequest request) =>
        !IsApi(request) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it brings a file, from a form of ours.</summary>
    public static bool BringsFile(HttpRequest request) =>
        request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) == true;

    public async Task InvokeAsync(HttpContext http)
    {
        await next(http);
        var (request, response) = (http.Request, http.Response);
        if (response.HasStarted || response.StatusCode < 400 || response.ContentLength > 0 || response.ContentType is not null)
            return;
        if (IsApi(request))
            await WriteProblemAsync(http);
        else if (!WantsPage(request))
            return;
        else if (response.StatusCode != StatusCodes.Status401Unauthorized)
            await ShowAsync(http, ProblemPath);
        else if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            response.Redirect(QueryHelpers.AddQueryString(PageFor(response), "returnUrl", request.Path + request.QueryString));
        else
            await ShowAsync(http, PageFor(response));
    }

    // Whether to sign in, or to prove again who one is.
    private static string PageFor(HttpResponse response) => Confirmation.IsAsked(response) ? ConfirmPath : SignInPath;

    private static bool IsApi(HttpRequest request) => request.Path.StartsWithSegments("/api");

    private static Task WriteProblemAsync(HttpContext http)
    {
        var status = http.Response.StatusCode;
        var isAsked = Confirmation.IsAsked(http.Response);
        if (status == StatusCodes.Status401Unauthorized && !isAsked)
            http.Response.Headers.WWWAuthenticate = "Bearer";
        var page = isAsked ? NotConfirmed : http.Items[Chosen] as StockPage;
        var problem = new ProblemDetails
        {
            Status = status,
            Title = ReasonPhrases.GetReasonPhrase(status),
            Detail = page is null ? null : string.Join(' ', [page.Title + ".", .. page.Paragraphs]),
        };
        return http.Response.WriteAsJsonAsync(problem, options: null, "application/problem+json", http.RequestAborted);
    }

    // The page is made by the same pipeline, as if it had been asked for; the status stays.
    private async Task ShowAsync(HttpContext http, string page)
    {
        var request = http.Request;
        var method = request.Method;
        var path = request.Path;
        var query = request.QueryString;
        var endpoint = http.GetEndpoint();
        var status = http.Response.StatusCode;
        http.Items[Original] = method;
        request.Method = HttpMethods.Get;
        request.Path = page;
        request.QueryString = QueryString.Empty;
        http.SetEndpoint(null);
        request.RouteValues.Clear();
        http.Response.ContentLength = null;
        try
        {
            await next(http);
            if (http.Response.HasStarted || http.Response.ContentType is not null)
                return;
            http.Response.StatusCode = status;
            await http.Response.WriteAsync("Sorry, there is a problem with the service. Try again in a few minutes.", http.RequestAborted);
        }
        finally
        {
            request.Method = method;
            request.Path = path;
            request.QueryString = query;
            http.SetEndpoint(endpoint);
        }
    }
}

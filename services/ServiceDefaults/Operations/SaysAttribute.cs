using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Contracts;

namespace Platform.ServiceDefaults.Operations;

/// <summary>
/// What a page's act has done, and who is told: the banner of the page that it leads to. On a handler, of that act alone. A page that asks
/// a question and leads to the next one says nothing.
/// </summary>
/// <param name="done">What was done: "The return is accepted". Null for a page whose next page is the answer itself.</param>
/// <param name="told">Who is told, and what happens next; null for nobody and nothing.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SaysAttribute(string? done, string? told = null) : Attribute
{
    /// <summary>The banner; null for none.</summary>
    public DoneBanner? Banner => done is null ? null : new(done, told);
}

/// <summary>Has the next page say what was done, where an act has led to another page.</summary>
internal sealed class SayWhatWasDone : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var executed = await next();
        if (!HttpMethods.IsPost(context.HttpContext.Request.Method) || executed.Result is not (RedirectResult or LocalRedirectResult))
            return;
        var says =
            context.HandlerMethod?.MethodInfo.GetCustomAttributes(typeof(SaysAttribute), inherit: true).FirstOrDefault()
            ?? context.ActionDescriptor.ModelTypeInfo?.GetCustomAttributes(typeof(SaysAttribute), inherit: true).FirstOrDefault();
        var http = context.HttpContext;
        if ((http.Items[Saying.Key] as DoneBanner ?? ((SaysAttribute?)says)?.Banner) is { } banner)
            http.Response.Headers[DoneBanner.Header] = banner.InHeader;
    }
}

/// <summary>Saying what was done where that depends on what was done.</summary>
public static class Saying
{
    internal static readonly object Key = new();

    /// <summary>Has the next page say it, if the act leads to one.</summary>
    public static void Say(this PageModel page, string done, string? told = null) =>
        page.HttpContext.Items[Key] = new DoneBanner(done, told);
}

using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Platform.Forms.Print;

/// <summary>
/// Answers with a page as PDF. The page has the layout <c>_PrintLayout</c> and says its file's name in Content-Disposition; there is none
/// where no Chromium is configured.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AsPdfAttribute : Attribute, IAsyncResultFilter
{
    /// <inheritdoc/>
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var (http, pdfs) = (context.HttpContext, context.HttpContext.RequestServices.GetRequiredService<KeptPdfs>());
        if (context.Result is not PageResult || !pdfs.IsPossible)
        {
            if (context.Result is PageResult)
                context.Result = new NotFoundResult();
            await next();
            return;
        }
        var (response, body) = (http.Response, http.Response.Body);
        using var html = new MemoryStream();
        response.Body = html;
        ResultExecutedContext page;
        try
        {
            page = await next();
        }
        finally
        {
            response.Body = body;
        }
        if (page.Exception is not null)
            return;
        var pdf = await pdfs.RunAsync(Encoding.UTF8.GetString(html.GetBuffer(), 0, (int)html.Length), http.RequestAborted);
        response.ContentType = pdf is null ? null : "application/pdf";
        response.ContentLength = pdf?.Length ?? 0;
        if (pdf is null)
        {
            response.Headers.ContentDisposition = default;
            response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
        else
            await body.WriteAsync(pdf, http.RequestAborted);
    }
}

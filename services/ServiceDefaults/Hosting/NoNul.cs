using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Platform.ServiceDefaults.Hosting;

/// <summary>
/// Refuses U+0000 in JSON before it is bound, naming the fields. No database stores it, and nobody can type it.
/// </summary>
public sealed class NoNulInJson(RequestDelegate next)
{
    /// <summary>What is said beside a field that has one.</summary>
    public const string Message = "Delete what cannot be read here: the character U+0000";

    /// <summary>Answers 422, or passes the request on.</summary>
    public async Task InvokeAsync(HttpContext http)
    {
        if (http.Request.HasJsonContentType() && await FieldsAsync(http) is { Count: > 0 } fields)
            await Results
                .ValidationProblem(
                    fields.ToDictionary(field => field, _ => new[] { Message }),
                    statusCode: StatusCodes.Status422UnprocessableEntity,
                    title: "Something is missing or wrong",
                    type: "/problems/incorrect"
                )
                .ExecuteAsync(http);
        else
            await next(http);
    }

    private static async Task<IReadOnlyCollection<string>> FieldsAsync(HttpContext http)
    {
        var request = http.Request;
        request.EnableBuffering();
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, http.RequestAborted);
        request.Body.Position = 0;
        // Almost no request has one: only those that do are read twice.
        if (body.GetBuffer().AsSpan(0, (int)body.Length).IndexOf("\\u0000"u8) < 0)
            return [];
        try
        {
            return [.. FieldsOf(JsonNode.Parse(body.GetBuffer().AsSpan(0, (int)body.Length)), "").Distinct()];
        }
        // What cannot be read is refused where it is bound.
        catch (Exception e) when (e is System.Text.Json.JsonException or ArgumentException)
        {
            return [];
        }
    }

    private static IEnumerable<string> FieldsOf(JsonNode? node, string path) =>
        node switch
        {
            JsonObject thing => thing.SelectMany(member =>
                member.Key.Contains('\0')
                    ? [path.Length == 0 ? "$" : path]
                    : FieldsOf(member.Value, path.Length == 0 ? member.Key : $"{path}.{member.Key}")
            ),
            JsonArray list => list.SelectMany((item, i) => FieldsOf(item, $"{path}[{i}]")),
            JsonValue value when value.TryGetValue<string>(out var text) && text.Contains('\0') => [path],
            _ => [],
        };
}

/// <summary>
/// Refuses U+0000 in a form: its page is shown as if it had been asked for, with a message beside the field and whatever was typed. A page
/// that only does something answers 400.
/// </summary>
internal sealed class NoNulInForms : IAsyncPageFilter
{
    private static readonly object Fields = new();

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context)
    {
        var (http, methods) = (context.HttpContext, context.ActionDescriptor.HandlerMethods);
        if (!HttpMethods.IsPost(http.Request.Method) || !http.Request.HasFormContentType)
            return Task.CompletedTask;
        var names = NamesOf(http.Request.Form).Concat(http.Items[Fields] as List<string> ?? []).ToList();
        if (names.Count == 0)
            return Task.CompletedTask;
        http.Items[Fields] = names;
        context.HandlerMethod = methods.FirstOrDefault(m => HttpMethods.IsGet(m.HttpMethod) && string.IsNullOrEmpty(m.Name));
        return Task.CompletedTask;
    }

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HttpContext.Items[Fields] is not List<string> names)
            return next();
        if (context.HandlerMethod is null)
        {
            context.Result = new Microsoft.AspNetCore.Mvc.BadRequestResult();
            return Task.CompletedTask;
        }
        foreach (var name in names)
            context.ModelState.AddModelError(name, NoNulInJson.Message);
        return next();
    }

    /// <summary>
    /// ASP.NET reads no form that is encoded like an address and has one: it is read with a sign in its place, and the field is remembered.
    /// </summary>
    public static async Task MakeReadableAsync(HttpContext http)
    {
        var request = http.Request;
        if (request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true)
            return;
        var body = new MemoryStream();
        http.Response.RegisterForDispose(body);
        await request.Body.CopyToAsync(body, http.RequestAborted);
        body.Position = 0;
        request.Body = body;
        if (body.GetBuffer().AsSpan(0, (int)body.Length).IndexOf("%00"u8) < 0)
            return;
        var pairs = Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length).Split('&');
        http.Items[Fields] = pairs
            .Where(p => p.Contains("%00", StringComparison.Ordinal))
            .Select(p => WebUtility.UrlDecode(p.Split('=')[0]))
            .ToList();
        request.Body = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('&', pairs).Replace("%00", "%EF%BF%BD")));
        request.ContentLength = request.Body.Length;
    }

    private static List<string> NamesOf(IFormCollection form) =>
        [.. form.Where(field => field.Value.Any(value => value?.Contains('\0') == true)).Select(field => field.Key)];
}

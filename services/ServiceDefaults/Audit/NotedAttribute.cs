using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.ServiceDefaults.Audit;

/// <summary>
/// Notes who is shown a page, or is answered by an endpoint: <c>[Noted(AccessKind.PersonalDataRead)]</c>. Whoever sees nothing but what is
/// their own partnership's reads nothing personal about others.
/// </summary>
/// <param name="kind">As what it is noted.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NotedAttribute(AccessKind kind) : Attribute
{
    /// <summary>As what it is noted.</summary>
    public AccessKind Kind => kind;
}

/// <summary>Notes of endpoints.</summary>
public static class NotedEndpoints
{
    /// <summary>Notes who is answered by the endpoint.</summary>
    public static TBuilder Noted<TBuilder>(this TBuilder endpoint, AccessKind kind)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new NotedAttribute(kind));
}

/// <summary>
/// Notes who is refused at a page or an endpoint, and who is answered by one that is <see cref="NotedAttribute"/>: nobody gets it without
/// a note.
/// </summary>
internal sealed class NoteAtTheDoor : IAuthorizationMiddlewareResultHandler
{
    private readonly Confirmation.Answers answers = new();

    public Task HandleAsync(RequestDelegate next, HttpContext http, AuthorizationPolicy policy, PolicyAuthorizationResult result)
    {
        // A stock page is shown under an address of its own.
        var asked = http.Request.Path.Value!;
        var kind = http.GetEndpoint()?.Metadata.GetMetadata<NotedAttribute>()?.Kind;
        http.Response.OnStarting(() =>
            http.Response.StatusCode switch
            {
                StatusCodes.Status403Forbidden when !result.Challenged => NoteAsync(http, AccessKind.Refused, asked),
                StatusCodes.Status200OK when kind is { } noted => NoteAsync(http, noted, asked),
                _ => Task.CompletedTask,
            }
        );
        return answers.HandleAsync(next, http, policy, result);
    }

    private static Task NoteAsync(HttpContext http, AccessKind kind, string asked) =>
        kind == AccessKind.PersonalDataRead && http.RequestServices.GetRequiredService<Caller>().Partnership is not null
            ? Task.CompletedTask
            : http.RequestServices.GetRequiredService<NoteAccess>().RunAsync(kind, asked);
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Platform.Contracts;

namespace Platform.ServiceDefaults.Callers;

/// <summary>On a page: it is for whoever may do that act, <c>[May(nameof(Acts.SendBackBid))]</c>.</summary>
/// <param name="act">The name of an act of the service's table.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MayAttribute(string act) : AuthorizeAttribute(act);

/// <summary>The same of an endpoint.</summary>
public static class MayAttributeOfEndpoints
{
    /// <summary>The endpoint is for whoever may do that act, of the service's table.</summary>
    public static TBuilder May<TBuilder>(this TBuilder endpoint, Act act)
        where TBuilder : IEndpointConventionBuilder => endpoint.RequireAuthorization(act.Name);
}

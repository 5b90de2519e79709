using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Platform.Contracts;
using Platform.ServiceDefaults.Hosting;

namespace Platform.ServiceDefaults.Callers;

/// <summary>Registers a service's table of acts, and checks that each page and endpoint names one of them.</summary>
public static class ActTable
{
    /// <summary>Registers the service's acts: the fields of a static class.</summary>
    public static ServiceBuilder Acts(this ServiceBuilder service, Type table)
    {
        var policies = service.Services.AddAuthorizationBuilder();
        foreach (var act in Of(table))
            policies.AddPolicy(
                act.Name,
                policy =>
                {
                    policy.RequireRole(act.Roles);
                    if (act.IsConfirmed)
                        policy.AddRequirements(new Confirmation.Requirement());
                }
            );
        return service;
    }

    /// <summary>Opens the endpoint to whoever may do that act of the service's table.</summary>
    public static TBuilder May<TBuilder>(this TBuilder endpoint, Act act)
        where TBuilder : IEndpointConventionBuilder => endpoint.RequireAuthorization(act.Name);

    /// <summary>The acts of a table, in its order.</summary>
    public static IReadOnlyList<Act> Of(Type table) =>
        [.. table.GetFields(BindingFlags.Static | BindingFlags.Public).Select(field => field.GetValue(null)).OfType<Act>()];

    /// <summary>Refuses to start a service with a page or endpoint that names no act of its table and is not for everybody.</summary>
    /// <exception cref="InvalidOperationException">There is one; the message names it.</exception>
    internal static void Check(IEndpointRouteBuilder routes)
    {
        var policies = routes.ServiceProvider.GetRequiredService<IAuthorizationPolicyProvider>();
        foreach (var endpoint in routes.DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
                continue;
            var acts = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy).ToList();
            if (acts is [] || acts.Contains(null))
                throw new InvalidOperationException($"{endpoint.RoutePattern.RawText} names no act.");
            if (acts.Find(act => policies.GetPolicyAsync(act!).GetAwaiter().GetResult() is null) is { } unknown)
                throw new InvalidOperationException($"{endpoint.RoutePattern.RawText} names the unknown act {unknown}.");
        }
    }
}

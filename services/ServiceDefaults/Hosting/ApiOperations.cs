using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Platform.ServiceDefaults.Operations;
using Described = Microsoft.AspNetCore.Mvc.ApiExplorer.ApiDescription;

namespace Platform.ServiceDefaults.Hosting;

/// <summary>What an API's description says of operations, once for all of them: who may call, headers, parameters, answers.</summary>
public static class ApiOperations
{
    private static readonly Dictionary<string, string> Parameters = new()
    {
        ["after"] = "Where the list continues. The Link header of the page before has the whole address.",
        ["limit"] = "How many to list, 100 at most. 100 if it is left out.",
    };

    private static readonly Dictionary<string, string> Answers = new()
    {
        ["200"] = "What was asked for.",
        ["201"] = "Created. The Location header has its address.",
        ["204"] = "Done.",
        ["400"] = "The request cannot be read.",
        ["401"] = "There is no access token, or it has expired.",
        ["403"] = "The caller has none of the roles that may do this.",
        ["404"] = "There is no such thing, or the caller may not see it.",
        ["409"] = "A rule forbids it now. The title says why; the type names the rule.",
        ["412"] = "Somebody else has changed it since the version in If-Match. Nothing was saved.",
        ["422"] = "Something is missing or wrong; errors lists it by field. Nothing was saved.",
        ["428"] = "The If-Match header is missing.",
        ["429"] = "Too many attempts. Try again later.",
    };

    /// <summary>Says what a parameter of the address is, for an endpoint or a group of them.</summary>
    /// <param name="endpoint">The endpoint or group.</param>
    /// <param name="name">The parameter's name.</param>
    /// <param name="description">What it is, with an example where its form is not plain.</param>
    public static TBuilder WithParameter<TBuilder>(this TBuilder endpoint, string name, string description)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new DescribedParameter(name, description));

    /// <summary>What <see cref="WithParameter"/> says of a parameter; null where it says nothing.</summary>
    public static string? WordsFor(string name, IEnumerable<object> endpoint) =>
        endpoint.OfType<DescribedParameter>().LastOrDefault(p => p.Name == name)?.Description;

    internal static async Task DescribeAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        var endpoint = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Parameters ??= [];
        operation.Responses ??= [];
        foreach (var parameter in operation.Parameters.OfType<OpenApiParameter>())
            Describe(parameter, context.Description, endpoint);
        if (endpoint.OfType<IfMatch.Taken>().LastOrDefault() is { } ifMatch)
            operation.Parameters.Add(
                Header("If-Match", ifMatch.IsRequired, "The ETag of what was read. Once somebody else has changed it, nothing is done.")
            );
        if (endpoint.OfType<IdempotencyKeys.Taken>().Any())
            operation.Parameters.Add(
                Header(
                    IdempotencyKeys.Header,
                    false,
                    "Up to 200 characters of the caller's choice. A retry under the same key does nothing, and gets the first answer."
                )
            );
        if (operation.RequestBody is not null)
            AddProblem(operation, "400", context);
        if (!endpoint.OfType<IAllowAnonymous>().Any())
        {
            operation.Security = [new() { [new(ApiDescription.Token, context.Document)] = [] }];
            var roles = $"For {string.Join(", ", await RolesAsync(endpoint, context))}.";
            operation.Description = operation.Description is { } own ? $"{own} {roles}" : roles;
            AddProblem(operation, "401", context);
            AddProblem(operation, "403", context);
        }
        var answers = operation.Responses.OrderBy(r => r.Key, StringComparer.Ordinal).ToList();
        operation.Responses = [];
        foreach (var (status, response) in answers)
        {
            operation.Responses.Add(status, response);
            if (
                response.Description == ReasonPhrases.GetReasonPhrase(int.Parse(status, CultureInfo.InvariantCulture))
                && Answers.TryGetValue(status, out var words)
            )
                response.Description = words;
        }
    }

    private static void Describe(OpenApiParameter parameter, Described described, IEnumerable<object> endpoint)
    {
        var name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
        parameter.Description ??= WordsFor(name, endpoint) ?? Comment(described, parameter.Name!) ?? Parameters.GetValueOrDefault(name);
        parameter.Name = name;
    }

    // Of [AsParameters], a parameter is a property of that type.
    private static string? Comment(Described described, string name) =>
        described.ParameterDescriptions.FirstOrDefault(p => p.Name == name)?.ParameterDescriptor
            is IParameterInfoParameterDescriptor { ParameterInfo.Member: PropertyInfo property }
            ? DocComments.Of(property)
            : null;

    private static OpenApiParameter Header(string name, bool isRequired, string description) =>
        new()
        {
            Name = name,
            In = ParameterLocation.Header,
            Required = isRequired,
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        };

    private static void AddProblem(OpenApiOperation operation, string status, OpenApiOperationTransformerContext context) =>
        operation.Responses!.TryAdd(
            status,
            new OpenApiResponse
            {
                Description = Answers[status],
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(nameof(ProblemDetails), context.Document) },
                },
            }
        );

    private static async Task<IEnumerable<string>> RolesAsync(IEnumerable<object> endpoint, OpenApiOperationTransformerContext context)
    {
        var policies = context.ApplicationServices.GetRequiredService<IAuthorizationPolicyProvider>();
        var act = endpoint.OfType<IAuthorizeData>().Last().Policy!;
        return (await policies.GetPolicyAsync(act))!.Requirements.OfType<RolesAuthorizationRequirement>().Single().AllowedRoles;
    }

    private sealed record DescribedParameter(string Name, string Description);
}

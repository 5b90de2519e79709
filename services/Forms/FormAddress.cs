using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore;
using Microsoft.OpenApi;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Forms;

/// <summary>The form that an address of the API names.</summary>
public static class FormAddress
{
    /// <summary>The form that the request's address names, as the caller sees it; null where there is none.</summary>
    public static Task<TForm?> FindAsync<TForm>(this IForms<TForm> forms, HttpRequest http, CancellationToken cancellationToken)
        where TForm : Form => forms.At(http.RouteValues).AsNoTracking().SingleOrDefaultAsync(cancellationToken);

    /// <summary>
    /// Adds the values in the address that name the form to the description: the kit's handlers do not take them as parameters.
    /// </summary>
    public static RouteGroupBuilder NamesAForm(this RouteGroupBuilder group) =>
        group.AddOpenApiOperationTransformer(
            (operation, context, _) =>
            {
                var endpoint = context.Description.ActionDescriptor.EndpointMetadata;
                var route = endpoint.OfType<IRouteDiagnosticsMetadata>().First().Route;
                operation.Parameters ??= [];
                var place = 0;
                foreach (var value in RoutePatternFactory.Parse(route).Parameters)
                    if (operation.Parameters.All(p => p.Name != value.Name))
                        operation.Parameters.Insert(
                            place++,
                            new OpenApiParameter
                            {
                                Name = value.Name,
                                In = ParameterLocation.Path,
                                Required = true,
                                Description = ApiOperations.WordsFor(value.Name, endpoint),
                                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                            }
                        );
                return Task.CompletedTask;
            }
        );
}

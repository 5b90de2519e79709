using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Platform.Contracts;

namespace Platform.ServiceDefaults.Hosting;

/// <summary>What an API's description says of schemas: their types as JSON has them, and their doc comments.</summary>
internal static class ApiSchemas
{
    // The framework's own types bring no comments.
    private static readonly Dictionary<(Type, string), string> OfFramework = new()
    {
        [(typeof(ProblemDetails), nameof(ProblemDetails.Type))] =
            "The rule that was broken: /problems/round-closed. Where it is none, a page about the status.",
        [(typeof(ProblemDetails), nameof(ProblemDetails.Title))] = "What is wrong, in a sentence.",
        [(typeof(ProblemDetails), nameof(ProblemDetails.Status))] = "The HTTP status of the answer.",
        [(typeof(ProblemDetails), nameof(ProblemDetails.Detail))] = "More about it; null where the title says all.",
        [(typeof(ProblemDetails), nameof(ProblemDetails.Instance))] = "The address of this occurrence; null where it has none.",
        [(typeof(HttpValidationProblemDetails), nameof(HttpValidationProblemDetails.Errors))] = "What is wrong, by the field's name.",
    };

    public static void Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        // Where it is shared, whoever refers to it says whether it may be null.
        var isNullable = type != context.JsonTypeInfo.Type && !IsShared(schema);
        if (type.GetCustomAttribute<JsonTextAttribute>() is { } text)
        {
            schema.Type = isNullable ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
            schema.Pattern = text.Pattern;
            schema.Examples = [text.Example];
        }
        if (schema.Enum is { } values)
        {
            schema.Type = JsonSchemaType.String;
            // A property that may be null says so itself.
            schema.Enum = [.. values.Where(v => v?.IsJsonNullSentinel() == false)];
        }
        // Requests may have no other fields. Answers may have more one day.
        schema.AdditionalPropertiesAllowed = true;
        // A number in quotes is read too, but nobody has to expect one.
        if (schema.Type is { } types && (types & (JsonSchemaType.Integer | JsonSchemaType.Number)) != 0)
        {
            schema.Type = types & ~JsonSchemaType.String;
            schema.Pattern = null;
        }
        Comment(schema, context, type);
    }

    private static bool IsShared(OpenApiSchema schema) =>
        schema.Metadata?.TryGetValue("x-schema-id", out var id) == true && id is string { Length: > 0 };

    private static void Comment(OpenApiSchema schema, OpenApiSchemaTransformerContext context, Type type)
    {
        var isShared = IsShared(schema);
        var ofProperty = context.JsonPropertyInfo?.AttributeProvider is PropertyInfo property ? CommentOf(property) : null;
        if (isShared && ofProperty is not null)
            schema.Metadata!["x-ref-description"] = ofProperty;
        schema.Description = isShared || ofProperty is null ? DocComments.Of(type) : ofProperty;
    }

    private static string? CommentOf(PropertyInfo property) =>
        OfFramework.GetValueOrDefault((property.DeclaringType!, property.Name)) ?? DocComments.Of(property);
}

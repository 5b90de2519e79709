using Microsoft.AspNetCore.Http;

namespace Platform.GovUk.TagHelpers;

/// <summary>
/// The fields of the page in the order in which they stand there, for the error summary: the model state keeps no order of its own.
/// </summary>
internal sealed class FieldOrder
{
    private readonly List<(string Key, string Id)> fields = [];

    public static FieldOrder Of(HttpContext context)
    {
        if (context.Items[typeof(FieldOrder)] is not FieldOrder order)
            context.Items[typeof(FieldOrder)] = order = new();
        return order;
    }

    public void Add(string key, string id) => fields.Add((key, id));

    /// <summary>Where the field stands on the page, and the id to lead to; past the end for a key that has no field here.</summary>
    public (int Position, string? Id) Find(string key)
    {
        var position = fields.FindIndex(field => string.Equals(field.Key, key, StringComparison.OrdinalIgnoreCase));
        return position < 0 ? (fields.Count, null) : (position, fields[position].Id);
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Notifications.Templates;

/// <summary>What one field of a letter holds: text, a link, or a list.</summary>
internal sealed record FieldValue
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Uri? Link { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Items { get; init; }

    /// <summary>Where its lines are those of a table: the names of the columns, then the rows.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<IReadOnlyList<string>>? Rows { get; init; }

    /// <summary>What is said below the table.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? More { get; init; }

    /// <summary>Null for what cannot be in a letter.</summary>
    public static FieldValue? Of(object? value) =>
        value switch
        {
            string text => new() { Text = text },
            Uri link => new() { Link = link },
            LetterTable table => new()
            {
                Items = table.Lines,
                Rows = table.Rows,
                More = table.More,
            },
            IReadOnlyList<string> items => new() { Items = items },
            _ => null,
        };

    /// <summary>As part of a line.</summary>
    public Piece Piece =>
        this switch
        {
            { Link: { } link } => Templates.Piece.Of(link),
            { Items: { } items } => Templates.Piece.Of(string.Join(", ", items)),
            _ => Templates.Piece.Of(Text ?? ""),
        };

    /// <summary>The fields of a letter as they are stored with it.</summary>
    public static string Write(IReadOnlyDictionary<string, FieldValue> fields) => JsonSerializer.Serialize(fields, Doors.Json);

    public static IReadOnlyDictionary<string, FieldValue> Read(string json) =>
        JsonSerializer.Deserialize<Dictionary<string, FieldValue>>(json, Doors.Json)!;
}

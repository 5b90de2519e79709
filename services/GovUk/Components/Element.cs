using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Platform.GovUk.Components;

/// <summary>
/// An HTML element being built. Text and attribute values are encoded when it is written; only <see cref="Html"/> is taken as it is.
/// </summary>
public sealed class Element(string tag, string? classes = null) : IHtmlContent
{
    private static readonly HashSet<string> Void = ["input", "img", "hr", "br"];
    private readonly List<(string Name, string? Value)> attributes = classes is null ? [] : [("class", classes)];
    private readonly HtmlContentBuilder children = new();

    /// <summary>Sets an attribute; a null value leaves it out.</summary>
    public Element With(string name, string? value)
    {
        if (value is not null)
            attributes.Add((name, value));
        return this;
    }

    /// <summary>Sets the attributes that the page's author asked for.</summary>
    public Element With(IReadOnlyDictionary<string, string?>? more)
    {
        foreach (var (name, value) in more ?? new Dictionary<string, string?>())
            attributes.Add((name, value ?? ""));
        return this;
    }

    /// <summary>Sets an attribute that has no value, such as <c>disabled</c>.</summary>
    public Element Flag(string name, bool on)
    {
        if (on)
            attributes.Add((name, null));
        return this;
    }

    /// <summary>Appends what is not null.</summary>
    public Element Add(params IEnumerable<IHtmlContent?> content)
    {
        foreach (var part in content)
            if (part is not null)
                children.AppendHtml(part);
        return this;
    }

    /// <summary>Appends text, which will be encoded.</summary>
    public Element Text(string? text)
    {
        if (text is not null)
            children.Append(text);
        return this;
    }

    /// <summary>Appends markup as it is.</summary>
    public Element Html(string? html)
    {
        if (html is not null)
            children.AppendHtml(html);
        return this;
    }

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write('<');
        writer.Write(tag);
        foreach (var (name, value) in attributes)
        {
            writer.Write(' ');
            writer.Write(name);
            if (value is null)
                continue;
            writer.Write("=\"");
            encoder.Encode(writer, value);
            writer.Write('"');
        }
        writer.Write('>');
        if (Void.Contains(tag))
            return;
        children.WriteTo(writer, encoder);
        writer.Write("</");
        writer.Write(tag);
        writer.Write('>');
    }
}

using System.Collections.Concurrent;
using System.Reflection;
using System.Xml.Linq;

namespace Platform.ServiceDefaults.Hosting;

/// <summary>
/// The summaries of types and properties, from the XML file that the compiler writes beside each assembly. The framework's own reading of
/// them leaves out types that are not public, as most bodies of an API are.
/// </summary>
public static class DocComments
{
    private static readonly ConcurrentDictionary<Assembly, IReadOnlyDictionary<string, XElement>> Files = new();

    /// <summary>A type's summary; null where it has none.</summary>
    public static string? Of(Type type) => Find(type) is { } found ? Text(found.Element("summary")) : null;

    /// <summary>A property's summary, or what its record says of it as a parameter; null where neither says anything.</summary>
    public static string? Of(PropertyInfo property)
    {
        var type = property.DeclaringType!;
        return Member(type.Assembly, $"P:{NameOf(type)}.{property.Name}") is { } own
            ? Text(own.Element("summary"))
            : Text(Find(type)?.Elements("param").FirstOrDefault(p => p.Attribute("name")?.Value == property.Name));
    }

    private static XElement? Find(Type type) => Member(type.Assembly, $"T:{NameOf(type)}");

    private static XElement? Member(Assembly assembly, string name) => Files.GetOrAdd(assembly, Read).GetValueOrDefault(name);

    private static string NameOf(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private static Dictionary<string, XElement> Read(Assembly assembly)
    {
        var file = Path.ChangeExtension(assembly.Location, ".xml");
        return File.Exists(file) ? XDocument.Load(file).Descendants("member").ToDictionary(m => m.Attribute("name")!.Value) : [];
    }

    private static string? Text(XElement? comment) =>
        comment is null ? null
        : string.Join(' ', string.Concat(comment.Nodes().Select(Text)).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries))
            is { Length: > 0 } text
            ? text
        : null;

    private static string Text(XNode node) =>
        node switch
        {
            XText text => text.Value,
            XElement { Name.LocalName: "see" or "paramref" } named => (
                named.Attribute("cref") ?? named.Attribute("name") ?? named.Attribute("langword")
            )!
                .Value.Split('(')[0]
                .Split('.', ':')[^1],
            XElement other => string.Concat(other.Nodes().Select(Text)),
            _ => "",
        };
}

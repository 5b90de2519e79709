using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Platform.ServiceDefaults.Files;

/// <summary>
/// Finds in an Office file what runs, or loads something from elsewhere, when it is opened. Every part is read as XML, so that neither an
/// entity nor another encoding hides a word.
/// </summary>
internal static partial class ActiveOffice
{
    private const long MostUnpacked = 200_000_000;

    private static readonly XmlReaderSettings Reading = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CheckCharacters = false,
        MaxCharactersInDocument = MostUnpacked / 4,
    };

    /// <summary>What it has, to follow "has"; null for nothing.</summary>
    /// <exception cref="XmlException">A part cannot be read, or it unpacks to more than any real one.</exception>
    public static string? In(ZipArchive zip)
    {
        // Of two parts with one name, we might read the one and a program the other.
        if (zip.Entries.GroupBy(e => e.FullName, StringComparer.OrdinalIgnoreCase).Any(same => same.Count() > 1))
            throw new XmlException("Two parts have one name.");
        if (zip.Entries.Sum(e => e.Length) > MostUnpacked)
            throw new XmlException("It unpacks to more than any real one.");
        return zip.Entries.Where(IsXml).Select(InPart).FirstOrDefault(found => found is not null);
    }

    private static bool IsXml(ZipArchiveEntry entry)
    {
        if (
            entry.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
            || entry.Name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)
        )
            return true;
        // A part may have any name.
        Span<byte> start = stackalloc byte[8];
        using var content = entry.Open();
        var read = start[..content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        return Encoding
            .Latin1.GetString(read)
            .Replace("\0", "")
            .TrimStart('\u00ef', '\u00bb', '\u00bf', '\u00fe', '\u00ff', ' ', '\r', '\n')
            .StartsWith('<');
    }

    private static string? InPart(ZipArchiveEntry part)
    {
        var fields = new StringBuilder();
        var isChart = part.FullName.Contains("charts/", StringComparison.OrdinalIgnoreCase);
        using var content = part.Open();
        using var xml = XmlReader.Create(content, Reading);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            var found = xml.LocalName switch
            {
                "Default" or "Override" => OfContent(xml.GetAttribute("ContentType") ?? ""),
                "Relationship" => OfRelation(xml.GetAttribute("Type") ?? "", xml.GetAttribute("TargetMode"), isChart),
                "OLEObject" or "oleObject" or "oleLink" or "objectEmbed" or "objectLink" => Embedded,
                "ddeLink" => Dde,
                _ => null,
            };
            if (found is not null)
                return found;
            if (xml.LocalName == "fldSimple")
                fields.Append(' ').AppendLine(Attribute(xml, "instr"));
            else if (xml.LocalName is "instrText" or "delInstrText")
                // One instruction may be cut into many.
                fields.Append(Text(xml));
            else if (xml.LocalName == "f" && DdeFormula().IsMatch(Text(xml)))
                return Dde;
            else if (xml.LocalName == "fldChar")
                fields.AppendLine();
        }
        var instructions = fields.ToString();
        return DdeField().IsMatch(instructions) ? Dde
            : IncludeField().IsMatch(instructions) ? Elsewhere
            : null;
    }

    private const string Macros = "macros";
    private const string Embedded = "another file or program in it";
    private const string Dde = "a link that starts a program (DDE)";
    private const string Elsewhere = "something that is loaded from elsewhere: a template, a picture or data";

    private static string? OfContent(string type) =>
        type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)
            ? Macros
        : type.Contains("oleObject", StringComparison.OrdinalIgnoreCase) || type.Contains("activeX", StringComparison.OrdinalIgnoreCase)
            ? Embedded
        : null;

    private static string? OfRelation(string type, string? mode, bool isChart)
    {
        var last = type[(type.LastIndexOf('/') + 1)..].ToLowerInvariant();
        var isElsewhere = string.Equals(mode, "External", StringComparison.OrdinalIgnoreCase);
        return last switch
        {
            "vbaproject" or "wordvbadata" or "xlmacrosheet" or "xlintlmacrosheet" => Macros,
            // Of a chart, it is the table that it was drawn from.
            "package" when isChart && !isElsewhere => null,
            "oleobject" or "control" or "activexcontrolbinary" or "package" or "afchunk" => Embedded,
            "externallink" or "connections" or "querytable" or "attachedtemplate" when isElsewhere || last != "attachedtemplate" =>
                Elsewhere,
            // Whoever follows a link decides that.
            "hyperlink" => null,
            _ => isElsewhere ? Elsewhere : null,
        };
    }

    private static string Attribute(XmlReader xml, string name)
    {
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
            if (xml.LocalName == name)
            {
                var value = xml.Value;
                xml.MoveToElement();
                return value;
            }
        xml.MoveToElement();
        return "";
    }

    private static string Text(XmlReader xml)
    {
        using var inside = xml.ReadSubtree();
        var text = new StringBuilder();
        while (inside.Read())
            if (inside.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
                text.Append(inside.Value);
        return text.ToString();
    }

    [GeneratedRegex(@"\bDDE(AUTO)?\b", RegexOptions.IgnoreCase)]
    private static partial Regex DdeField();

    [GeneratedRegex(@"\b(INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|LINK|RD)\b\s+""?[^""]*(:|\\\\|//)", RegexOptions.IgnoreCase)]
    private static partial Regex IncludeField();

    // =cmd|'/C calc'!A0
    [GeneratedRegex(@"^[^""]*\w\s*\|[^""]*!")]
    private static partial Regex DdeFormula();
}

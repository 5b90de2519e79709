using System.Text.Json;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Reporting.Foi;

/// <summary>
/// A section of the Freedom of Information Act 2000 under which information is withheld. They are data: exemptions.json.
/// </summary>
/// <param name="Section">"31".</param>
/// <param name="Name">"Law enforcement".</param>
/// <param name="Kind">How it works, and so whether the public interest is weighed.</param>
/// <param name="For">When it applies, in a few words for whoever chooses it.</param>
/// <param name="Namely">What a refusal notice says about it.</param>
internal sealed record Exemption(string Section, string Name, ExemptionKind Kind, string For, string Namely)
{
    /// <summary>The section for information that is available elsewhere.</summary>
    public const string OtherMeans = "21";

    public static IReadOnlyList<Exemption> All { get; } = Read();

    /// <summary>"Section 31: law enforcement (qualified)"</summary>
    public string Words =>
        $"Section {Section}: {char.ToLowerInvariant(Name[0])}{Name[1..]} ({Kind switch
    {
        ExemptionKind.Absolute => "absolute",
        ExemptionKind.Qualified => "qualified",
        _ => "limit",
    }})";

    /// <summary>The subsection that requires a refusal notice, which differs where the duty itself ends.</summary>
    public string Notice => Kind == ExemptionKind.Limit ? "17(5)" : "17(1)";

    public bool IsQualified => Kind == ExemptionKind.Qualified;

    public static Exemption? Find(string? section) => All.SingleOrDefault(e => e.Section == section);

    private static Exemption[] Read()
    {
        using var stream = typeof(Exemption).Assembly.GetManifestResourceStream("exemptions.json")!;
        return JsonSerializer.Deserialize<Exemption[]>(stream, Doors.Json)!;
    }
}

/// <summary>How an exemption works.</summary>
internal enum ExemptionKind
{
    /// <summary>Applies, whatever the public interest.</summary>
    Absolute,

    /// <summary>Applies where the public interest in withholding outweighs that in giving (section 2).</summary>
    Qualified,

    /// <summary>Not an exemption: the duty to answer ends here (sections 12 and 14).</summary>
    Limit,
}

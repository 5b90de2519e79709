namespace Platform.GovUk.Components;

/// <summary>The small links of a footer and what stands under them.</summary>
public sealed record FooterMeta : Content
{
    /// <summary>"Support links" if null.</summary>
    public string? VisuallyHiddenTitle { get; init; }

    /// <summary>The links.</summary>
    public IReadOnlyList<LinkOptions> Items { get; init; } = [];
}

/// <summary>A section of links in a footer.</summary>
public sealed record FooterSection
{
    /// <summary>Its heading.</summary>
    public string? Title { get; init; }

    /// <summary>How many columns the links are in.</summary>
    public int? Columns { get; init; }

    /// <summary>The width of the section: "full" if null.</summary>
    public string? Width { get; init; }

    /// <summary>The links.</summary>
    public IReadOnlyList<LinkOptions> Items { get; init; } = [];
}

/// <summary>Options of <see cref="Footer"/>.</summary>
public sealed record FooterOptions
{
    /// <summary>Small links.</summary>
    public FooterMeta? Meta { get; init; }

    /// <summary>Sections of links.</summary>
    public IReadOnlyList<FooterSection> Navigation { get; init; } = [];

    /// <summary>Under which licence the content is; null for none, empty for the Open Government Licence.</summary>
    public Content? ContentLicence { get; init; } = new();

    /// <summary>Classes of the container.</summary>
    public string? ContainerClasses { get; init; }

    /// <summary>Classes to add.</summary>
    public string? Classes { get; init; }

    /// <summary>Attributes to add.</summary>
    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }
}

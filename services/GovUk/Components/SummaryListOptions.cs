namespace Platform.GovUk.Components;

/// <summary>A link that changes or removes what a row or card shows.</summary>
public sealed record ActionLink : Content
{
    /// <summary>Where to.</summary>
    public string? Href { get; init; }

    /// <summary>What it acts on, for people who hear the links by themselves.</summary>
    public string? VisuallyHiddenText { get; init; }
}

/// <summary>The links of a row or card.</summary>
public sealed record ActionLinks
{
    /// <summary>The links.</summary>
    public IReadOnlyList<ActionLink>? Items { get; init; }

    /// <summary>Classes to add.</summary>
    public string? Classes { get; init; }
}

/// <summary>One row: what, its value, and how to change it.</summary>
public sealed record SummaryListRow
{
    /// <summary>What it is.</summary>
    public Content Key { get; init; } = new();

    /// <summary>Its value.</summary>
    public Content Value { get; init; } = new();

    /// <summary>Links at its end.</summary>
    public ActionLinks? Actions { get; init; }

    /// <summary>Classes to add.</summary>
    public string? Classes { get; init; }
}

/// <summary>The title of a card.</summary>
public sealed record SummaryCardTitle : Content
{
    /// <summary>"2" if null.</summary>
    public string? HeadingLevel { get; init; }
}

/// <summary>The card around a summary list.</summary>
public sealed record SummaryCard
{
    /// <summary>Its title.</summary>
    public SummaryCardTitle? Title { get; init; }

    /// <summary>Links at its top.</summary>
    public ActionLinks? Actions { get; init; }

    /// <summary>Classes to add.</summary>
    public string? Classes { get; init; }

    /// <summary>Attributes to add.</summary>
    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }
}

/// <summary>Options of <see cref="SummaryList"/>.</summary>
public sealed record SummaryListOptions
{
    /// <summary>The rows.</summary>
    public IReadOnlyList<SummaryListRow?> Rows { get; init; } = [];

    /// <summary>Puts the list in a card.</summary>
    public SummaryCard? Card { get; init; }

    /// <summary>Classes to add.</summary>
    public string? Classes { get; init; }

    /// <summary>Attributes to add.</summary>
    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }
}

namespace Platform.GovUk.Components;

/// <summary>One item of the navigation.</summary>
public sealed record ServiceNavigationItem : Content
{
    /// <summary>Where to; without it, text.</summary>
    public string? Href { get; init; }

    /// <summary>Whether it is this very page.</summary>
    public bool Current { get; init; }

    /// <summary>Whether this page belongs under it.</summary>
    public bool Active { get; init; }
}

/// <summary>Markup put into the navigation.</summary>
public sealed record ServiceNavigationSlots
{
    /// <summary>Before everything.</summary>
    public string? Start { get; init; }

    /// <summary>After everything.</summary>
    public ServiceNavigationSlot? End { get; init; }

    /// <summary>Before the first item.</summary>
    public string? NavigationStart { get; init; }

    /// <summary>After the last item.</summary>
    public string? NavigationEnd { get; init; }
}

/// <summary>Markup at the end, on the same line if so wished.</summary>
public sealed record ServiceNavigationSlot
{
    /// <summary>The markup.</summary>
    public string? Html { get; init; }

    /// <summary>"inline" or null.</summary>
    public string? Align { get; init; }
}

/// <summary>Options of <see cref="ServiceNavigation"/>.</summary>
public sealed record ServiceNavigationOptions
{
    /// <summary>The name of the service.</summary>
    public string? ServiceName { get; init; }

    /// <summary>Where the name leads.</summary>
    public string? ServiceUrl { get; init; }

    /// <summary>The items.</summary>
    public IReadOnlyList<ServiceNavigationItem?> Navigation { get; init; } = [];

    /// <summary>Markup put in.</summary>
    public ServiceNavigationSlots Slots { get; init; } = new();

    /// <summary>Whether items fold into a menu on a telephone; null for more than one.</summary>
    public bool? CollapseNavigationOnMobile { get; init; }

    /// <summary>"Service information" if null.</summary>
    public string? AriaLabel { get; init; }

    /// <summary>"Menu" if null.</summary>
    public string? MenuButtonText { get; init; }

    /// <summary>The same for screen readers.</summary>
    public string? MenuButtonLabel { get; init; }

    /// <summary>What screen readers call the list.</summary>
    public string? NavigationLabel { get; init; }

    /// <summary>"navigation" if null.</summary>
    public string? NavigationId { get; init; }

    /// <summary>Classes of the list's landmark.</summary>
    public string? NavigationClasses { get; init; }

    /// <summary>Classes to add.</summary>
    public string? Classes { get; init; }

    /// <summary>Attributes to add.</summary>
    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }
}

namespace Platform.Contracts;

/// <summary>Somebody of the office saved a view of a report, or changed it. Publisher: Reporting.</summary>
public sealed record ViewSaved(Guid Id, int Version, DateTimeOffset At, Person By, ViewDetails Details)
    : Event<ViewDetails>(Id, Version, At, By, Details);

/// <summary>A saved view was deleted. Publisher: Reporting.</summary>
public sealed record ViewDeleted(Guid Id, int Version, DateTimeOffset At, Person By, ViewDetails Details)
    : Event<ViewDetails>(Id, Version, At, By, Details);

/// <summary>A saved view is to be mailed, as it is once a month. Publisher: Reporting.</summary>
/// <param name="Id">The view.</param>
/// <param name="Version">The view's version.</param>
/// <param name="At">When its figures were read.</param>
/// <param name="By">The platform.</param>
/// <param name="Details">The view.</param>
/// <param name="Message">What it says, in words.</param>
/// <param name="Table">The names of its columns, then its first rows and its total, cell by cell.</param>
/// <param name="Left">How many more rows it has.</param>
public sealed record ViewReported(
    Guid Id,
    int Version,
    DateTimeOffset At,
    Person By,
    ViewDetails Details,
    string Message,
    IReadOnlyList<IReadOnlyList<string>> Table,
    int Left
) : Event<ViewDetails>(Id, Version, At, By, Details)
{
    /// <summary>All its rows as CSV; null where there are too many for a letter.</summary>
    public string? Csv { get; init; }
}

/// <summary>A report as somebody wants to see it again.</summary>
/// <param name="Owner">Whose it is.</param>
/// <param name="Name">What they call it.</param>
/// <param name="Report">The report's title.</param>
/// <param name="Address">Its page, with what narrows it: "/reports/overdue?partnership=MEL".</param>
/// <param name="Monthly">Whether it is mailed on the first working day of each month.</param>
public sealed record ViewDetails(Person Owner, string Name, string Report, string Address, bool Monthly);
